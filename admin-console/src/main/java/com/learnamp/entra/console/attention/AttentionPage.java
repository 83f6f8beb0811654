package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.guard.Review;
import com.learnamp.entra.console.guard.ReviewView;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People who can't be as Entra has them, each with the reason and what helps. */
@Path("/attention")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class AttentionPage {

    private static final int A_PAGE = 50;

    private static final String REASONS =
            """
            SELECT reason, count(*) AS items FROM provisioning.attention WHERE reason <> 'review_expired'
            GROUP BY reason ORDER BY reason
            """;

    private final Frames frames;

    AttentionPage(Frames frames) {
        this.frames = frames;
    }

    /** How many there are for a reason. */
    record Reason(String reason, long count) {}

    /**
     * @param reviews that wait for a decision
     * @param reason that is looked at; empty: all of them
     * @param after where the next page begins; null on the last
     */
    record View(
            List<ReviewView> reviews,
            List<Item> items,
            List<Reason> reasons,
            long all,
            String reason,
            @Nullable String after,
            boolean first) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attention(Frame frame, View view);
    }

    @GET
    public TemplateInstance attention(
            @RestQuery @Nullable String after, @RestQuery @Nullable String reason) {
        Item.Cursor begin = Item.Cursor.of(after);
        return frames.page((transaction, frame) ->
                Templates.attention(
                        frame, view(transaction, frame, begin, reason == null ? "" : reason)));
    }

    private static View view(
            StoreTransaction transaction, Frame frame, Item.Cursor begin, String wanted)
            throws SQLException {
        List<Reason> reasons =
                transaction.query(
                        REASONS, row -> new Reason(row.text("reason"), row.number("items")));
        String reason = reasons.stream().anyMatch(one -> one.reason().equals(wanted)) ? wanted : "";
        List<Item> found = Item.read(transaction, begin, reason, A_PAGE + 1, frame.times());
        List<Item> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new View(
                Review.undecided(transaction).stream()
                        .map(review -> ReviewView.of(review, frame.times()))
                        .toList(),
                shown,
                reasons,
                reasons.stream().mapToLong(Reason::count).sum(),
                reason,
                found.size() > A_PAGE ? shown.getLast().cursor() : null,
                begin.equals(Item.Cursor.START));
    }
}
