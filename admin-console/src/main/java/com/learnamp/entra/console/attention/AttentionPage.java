package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People who can't be as Entra has them, each with the reason and what to do. */
@Path("/attention")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class AttentionPage {

    private static final int A_PAGE = 50;
    private static final UUID START = new UUID(0, 0);

    private static final String ROWS =
            """
            SELECT a.object_id, a.reason, a.detail, a.since, u.id AS user_id, u.first_name || ' ' || u.last_name AS name
            FROM provisioning.attention a
            LEFT JOIN provisioning.ledger l ON l.company_id = a.company_id AND l.object_id = a.object_id
            LEFT JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            WHERE a.object_id > ?
            ORDER BY a.object_id, a.reason LIMIT ?
            """;

    private final Frames frames;

    AttentionPage(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param userId null for somebody who is not in Learn Amp
     * @param what what is so, and what to do about it
     */
    record Item(
            String objectId,
            @Nullable Long userId,
            @Nullable String name,
            String title,
            String what,
            Times.Moment since) {

        @Override
        public String toString() {
            return "Item[" + objectId + "]";
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attention(
                Frame frame, List<Item> items, @Nullable String after);
    }

    @GET
    public TemplateInstance attention(@RestQuery @Nullable String after) {
        UUID begin = begin(after);
        return frames.page((transaction, frame) -> {
            List<Item> found = read(transaction, begin, frame.times());
            List<Item> shown = found.subList(0, Math.min(A_PAGE, found.size()));
            return Templates.attention(
                    frame, shown, found.size() > A_PAGE ? shown.getLast().objectId() : null);
        });
    }

    private static List<Item> read(StoreTransaction transaction, UUID begin, Times times)
            throws SQLException {
        return transaction.query(ROWS, row -> item(row, times), begin, A_PAGE + 1);
    }

    private static Item item(StoredRow row, Times times) throws SQLException {
        AttentionWords words = AttentionWords.of(row.text("reason"), row.maybeText("detail"));
        return new Item(
                row.uuid("object_id").toString(),
                row.maybeNumber("user_id"),
                row.maybeText("name"),
                words.title(),
                words.what(),
                times.at(row.instant("since")));
    }

    private static UUID begin(@Nullable String after) {
        try {
            return after == null ? START : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
