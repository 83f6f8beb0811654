package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.guard.Review;
import com.learnamp.entra.console.guard.ReviewView;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.Connection;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
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

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final ChooseIdentity chooseIdentity;
    private final AnswerUndone answerUndone;

    AttentionPage(
            CurrentVisitor visitor,
            Frames frames,
            ChooseIdentity chooseIdentity,
            AnswerUndone answerUndone) {
        this.visitor = visitor;
        this.frames = frames;
        this.chooseIdentity = chooseIdentity;
        this.answerUndone = answerUndone;
    }

    /** How many there are for a reason. */
    record Reason(String reason, long count) {}

    /**
     * @param reviews that wait for a decision
     * @param unread custom fields that can't be read
     * @param stopped why nobody can be read at all; null unless somebody has to put that right
     * @param reason that is looked at; empty: all of them
     * @param after where the next page begins; null on the last
     */
    record View(
            List<ReviewView> reviews,
            List<UnreadField> unread,
            @Nullable Stopped stopped,
            List<Item> items,
            List<Reason> reasons,
            long all,
            String reason,
            @Nullable String after,
            boolean first) {

        public boolean isNothing() {
            return reviews.isEmpty() && unread.isEmpty() && stopped == null && items.isEmpty();
        }
    }

    /** Since when, and what to do. */
    record Stopped(@Nullable String message, Times.Moment since) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attention(Frame frame, View view);
    }

    @GET
    public TemplateInstance attention(
            @RestQuery @Nullable String after, @RestQuery @Nullable String reason) {
        AttentionRow.Cursor begin = AttentionRow.Cursor.of(after);
        return frames.page((transaction, frame) ->
                Templates.attention(
                        frame, view(transaction, frame, begin, reason == null ? "" : reason)));
    }

    /** An admin says who somebody is. */
    @POST
    @Path("{object}/identity")
    public Response choose(@RestPath UUID object, @RestForm String choice) {
        Stream.of(IdentityChoice.values())
                .filter(one -> StoredWords.of(one).equals(choice))
                .forEach(one ->
                        chooseIdentity.choose(
                                visitor.company(),
                                new EntraObjectId(object),
                                one,
                                visitor.get().name()));
        return back();
    }

    /** An admin says whether the sync may do again what was undone. */
    @POST
    @Path("{object}/undone")
    public Response answer(@RestPath UUID object, @RestForm String choice) {
        Stream.of(UndoneChoice.values())
                .filter(one -> StoredWords.of(one).equals(choice))
                .forEach(one ->
                        answerUndone.answer(visitor.company(), new EntraObjectId(object), one));
        return back();
    }

    private Response back() {
        return Response.seeOther(URI.create(visitor.get().home() + "/attention")).build();
    }

    private static @Nullable Stopped stopped(StoreTransaction transaction, Frame frame)
            throws SQLException {
        return Connection.of(transaction, IntegrationRows.read(transaction))
                .filter(found -> found.state() == Connection.State.STOPPED)
                .map(found -> new Stopped(found.message(), frame.times().at(found.since())))
                .orElse(null);
    }

    private static View view(
            StoreTransaction transaction, Frame frame, AttentionRow.Cursor begin, String wanted)
            throws SQLException {
        List<Reason> reasons =
                transaction.query(
                        REASONS, row -> new Reason(row.text("reason"), row.number("items")));
        String reason = reasons.stream().anyMatch(one -> one.reason().equals(wanted)) ? wanted : "";
        List<AttentionRow> found = AttentionRow.read(transaction, begin, reason, A_PAGE + 1);
        List<AttentionRow> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new View(
                Review.undecided(transaction).stream()
                        .map(review -> ReviewView.of(review, frame.times()))
                        .toList(),
                UnreadField.read(transaction),
                stopped(transaction, frame),
                shown.stream().map(row -> Item.of(row, frame.times())).toList(),
                reasons,
                reasons.stream().mapToLong(Reason::count).sum(),
                reason,
                found.size() > A_PAGE ? shown.getLast().cursor() : null,
                begin.equals(AttentionRow.Cursor.START));
    }
}
