package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What waits for an admin: all of it, and one review with its people. */
@Path("/reviews")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ReviewPages {

    private static final int A_PAGE = 50;
    private static final int MOST_REVIEWS = 50;

    private final Frames frames;

    ReviewPages(Frames frames) {
        this.frames = frames;
    }

    /**
     * @param consequences null for what is no deactivation
     * @param rejected whether those are shown to whom an admin has said no
     * @param after where the next page begins; null on the last
     * @param decided how many were decided upon a moment ago; null if nobody tried
     * @param notice self, grown: what kept some or all of it from being decided
     */
    record View(
            ReviewView review,
            @Nullable Consequences consequences,
            List<PersonLine> people,
            boolean rejected,
            @Nullable String after,
            boolean first,
            @Nullable Long decided,
            String notice) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reviews(Frame frame, List<ReviewView> reviews);

        static native TemplateInstance review(Frame frame, View view);
    }

    @GET
    public TemplateInstance all() {
        return frames.page((transaction, frame) ->
                Templates.reviews(
                        frame,
                        Review.latest(transaction, MOST_REVIEWS).stream()
                                .map(review -> ReviewView.of(review, frame.times()))
                                .toList()));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(
            @RestPath String id,
            @RestQuery boolean rejected,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable Long decided,
            @RestQuery @Nullable String notice) {
        UUID review = id(id);
        UUID begin =
                Optional.ofNullable(after).flatMap(ReviewsApi::parse).orElse(ReviewedPerson.START);
        return frames.page((transaction, frame) ->
                Templates.review(
                        frame,
                        view(
                                transaction,
                                frame,
                                review,
                                rejected,
                                begin,
                                decided,
                                notice == null ? "" : notice)));
    }

    private static View view(
            StoreTransaction transaction,
            Frame frame,
            UUID id,
            boolean rejected,
            UUID begin,
            @Nullable Long decided,
            String notice)
            throws SQLException {
        Review review = Review.find(transaction, id).orElseThrow(NotFoundException::new);
        List<ReviewedPerson> found =
                ReviewedPerson.page(
                        transaction,
                        id,
                        rejected ? ReviewedPerson.REJECTED : ReviewedPerson.WAITING,
                        begin,
                        A_PAGE + 1);
        List<ReviewedPerson> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new View(
                ReviewView.of(review, frame.times()),
                review.kind().equals("deactivation") && review.waiting() > 0
                        ? Consequences.of(transaction, id)
                        : null,
                shown.stream().map(person -> PersonLine.of(person, frame.times())).toList(),
                rejected,
                found.size() > A_PAGE ? shown.getLast().objectId().toString() : null,
                begin.equals(ReviewedPerson.START),
                decided,
                notice);
    }

    static UUID id(String text) {
        return ReviewsApi.parse(text).orElseThrow(NotFoundException::new);
    }
}
