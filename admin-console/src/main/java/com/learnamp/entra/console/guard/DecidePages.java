package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.guard.DecideReview.Answer;
import com.learnamp.entra.console.guard.DecideReview.Choice;
import com.learnamp.entra.console.guard.DecideReview.Outcome;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.session.Visitor;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Yes or no to those who wait in a review: shown before it is done, and typed where it destroys.
 */
@Path("/reviews/{review}/{answer: approve|reject}")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DecidePages {

    private static final int MOST_CHOSEN = 1000;

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final DecideReview decide;

    DecidePages(CurrentVisitor visitor, Frames frames, DecideReview decide) {
        this.visitor = visitor;
        this.frames = frames;
        this.decide = decide;
    }

    /**
     * @param all whether it is said to everybody who waits
     * @param people whom it is said to by name; empty for all
     * @param count how many they are
     * @param graceHours how long they would stay active
     * @param mustType whether the number has to be typed
     * @param mistyped whether another one was
     */
    record View(
            ReviewView review,
            boolean approve,
            boolean all,
            List<PersonLine> people,
            long count,
            long graceHours,
            boolean mustType,
            boolean mistyped) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance decide(Frame frame, View view);
    }

    @GET
    public TemplateInstance confirm(
            @RestPath String review,
            @RestPath String answer,
            @RestQuery List<String> id,
            @RestQuery boolean rejected,
            @RestQuery boolean all,
            @RestQuery boolean mistyped) {
        UUID one = ReviewPages.id(review);
        Answer said = answer(answer);
        String state = rejected ? ReviewedPerson.REJECTED : ReviewedPerson.WAITING;
        return frames.page((transaction, frame) ->
                Templates.decide(
                        frame,
                        view(transaction, frame, one, said, all, chosen(id), state, mistyped)));
    }

    private static View view(
            StoreTransaction transaction,
            Frame frame,
            UUID id,
            Answer answer,
            boolean all,
            List<UUID> chosen,
            String state,
            boolean mistyped)
            throws SQLException {
        Review review = Review.find(transaction, id).orElseThrow(NotFoundException::new);
        List<PersonLine> people =
                all
                        ? List.of()
                        : ReviewedPerson.chosen(transaction, id, state, chosen).stream()
                                .map(person -> PersonLine.of(person, frame.times()))
                                .toList();
        boolean destroys = answer == Answer.APPROVE && review.kind().equals("deactivation");
        return new View(
                ReviewView.of(review, frame.times()),
                answer == Answer.APPROVE,
                all,
                people,
                all ? review.waiting() : people.size(),
                destroys ? GuardSettings.read(transaction).graceHours() : 0,
                destroys,
                mistyped);
    }

    @POST
    public Response decide(
            @RestPath String review,
            @RestPath String answer,
            @RestForm List<String> id,
            @RestForm boolean all,
            @RestForm long count,
            @RestForm Optional<String> typed) {
        UUID one = ReviewPages.id(review);
        boolean mistyped =
                typed.filter(text -> !text.strip().equals(Long.toString(count))).isPresent();
        if (mistyped && all) {
            return to(one, "/" + answer + "?all=true&mistyped=true");
        }
        Choice choice = all ? new Choice.All(count) : new Choice.Some(chosen(id));
        return mistyped
                ? to(one, "/" + answer + "?mistyped=true&id=" + String.join("&id=", id))
                : answered(one, decided(one, answer(answer), choice));
    }

    private Outcome decided(UUID review, Answer answer, Choice choice) {
        Visitor deciding = visitor.get();
        return decide.decide(
                visitor.company(),
                review,
                answer,
                choice,
                new DecideReview.Decider(
                        deciding.name(),
                        deciding.who() instanceof Visitor.Who.Admin(long user, var role)
                                ? Long.valueOf(user)
                                : null));
    }

    private Response answered(UUID review, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(long people, long waiting, boolean notByThemselves) ->
                    to(review, "?decided=" + people + (notByThemselves ? "&notice=self" : ""));
            case Outcome.MoreWait(long waiting) -> to(review, "?notice=grown");
            case Outcome.NotThere nothing -> throw new NotFoundException();
        };
    }

    private Response to(UUID review, String more) {
        return Response.seeOther(URI.create(visitor.get().home() + "/reviews/" + review + more))
                .build();
    }

    private static Answer answer(String word) {
        return word.equals("approve") ? Answer.APPROVE : Answer.REJECT;
    }

    private static List<UUID> chosen(List<String> texts) {
        return texts.stream()
                .map(ReviewsApi::parse)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST_CHOSEN)
                .toList();
    }
}
