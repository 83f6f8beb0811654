package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.guard.DecideReview.Answer;
import com.learnamp.entra.console.guard.DecideReview.Choice;
import com.learnamp.entra.console.guard.DecideReview.Outcome;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for an admin's decision, for programs. */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReviewsApi {

    private static final int MOST_REVIEWS = 100;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_CHOSEN = 1000;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final DecideReview decide;

    ReviewsApi(CallersCompany company, CompanyScope scope, DecideReview decide) {
        this.company = company;
        this.scope = scope;
        this.decide = decide;
    }

    record ReviewList(List<Review> reviews) {}

    record OneReview(Review review, @Nullable Consequences consequences) {}

    /**
     * @param after where the next page begins; null on the last
     */
    record PeoplePage(List<ReviewedPerson> people, @Nullable UUID after) {}

    record DecidedAnswer(long decided, long waiting) {}

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public ReviewList all() {
        return new ReviewList(
                scope.of(company.id(), transaction -> Review.latest(transaction, MOST_REVIEWS)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public OneReview one(@PathParam("id") String id) {
        UUID review = parse(id).orElseThrow(NotFoundException::new);
        return scope.of(
                company.id(),
                transaction -> {
                    Review found =
                            Review.find(transaction, review).orElseThrow(NotFoundException::new);
                    return new OneReview(
                            found,
                            found.kind().equals("deactivation")
                                    ? Consequences.of(transaction, review)
                                    : null);
                });
    }

    @GET
    @Path("{id}/people")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public PeoplePage people(
            @PathParam("id") String id,
            @QueryParam("rejected") boolean rejected,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        UUID review = parse(id).orElseThrow(NotFoundException::new);
        int most = Math.clamp(limit, 1, MOST_PEOPLE);
        UUID begin =
                Optional.ofNullable(after).map(ReviewsApi::cursor).orElse(ReviewedPerson.START);
        return scope.of(
                company.id(),
                transaction -> {
                    if (Review.find(transaction, review).isEmpty()) {
                        throw new NotFoundException();
                    }
                    List<ReviewedPerson> found =
                            ReviewedPerson.page(
                                    transaction,
                                    review,
                                    rejected ? ReviewedPerson.REJECTED : ReviewedPerson.WAITING,
                                    begin,
                                    most + 1);
                    List<ReviewedPerson> shown = found.subList(0, Math.min(most, found.size()));
                    return new PeoplePage(
                            shown, found.size() > most ? shown.getLast().objectId() : null);
                });
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response approve(@PathParam("id") String id, @Nullable String body) {
        return decide(id, Answer.APPROVE, body);
    }

    @POST
    @Path("{id}/reject")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response reject(@PathParam("id") String id, @Nullable String body) {
        return decide(id, Answer.REJECT, body);
    }

    private Response decide(String id, Answer answer, @Nullable String body) {
        UUID review = parse(id).orElseThrow(NotFoundException::new);
        return switch (decide.decide(
                company.id(),
                review,
                answer,
                choice(body),
                new DecideReview.Decider(company.name(), null))) {
            case Outcome.Decided decided ->
                    Response.ok(new DecidedAnswer(decided.people(), decided.waiting())).build();
            case Outcome.MoreWait(long waiting) ->
                    Response.status(Response.Status.CONFLICT)
                            .entity(
                                    ErrorAnswer.of(
                                            waiting
                                                    + " people wait by now, more than you say:"
                                                    + " read the review again"))
                            .build();
            case Outcome.NotThere nothing -> throw new NotFoundException();
        };
    }

    /** Either some people, or all with how many they are. */
    private static Choice choice(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<List<String>> people = fields.texts("people", MOST_CHOSEN);
        Optional<Integer> waiting =
                fields.number("allWaiting", 0, Integer.MAX_VALUE, FieldProblem.NOT_A_COUNT);
        fields.refuseTheRest();
        if (people.isPresent() == waiting.isPresent()) {
            problems.add("people", FieldProblem.NOT_ONE_OF_TWO);
        }
        List<UUID> chosen = new ArrayList<>();
        for (String text : people.orElse(List.of())) {
            parse(text)
                    .ifPresentOrElse(
                            chosen::add, () -> problems.add("people", FieldProblem.NOT_A_GUID));
        }
        problems.refuseAny();
        return waiting.isPresent()
                ? new Choice.All(waiting.get())
                : new Choice.Some(List.copyOf(chosen));
    }

    private static UUID cursor(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new InvalidInput(FieldProblems.of("after", FieldProblem.NOT_A_GUID)));
    }

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(EntraObjectId.parse(text).value());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
