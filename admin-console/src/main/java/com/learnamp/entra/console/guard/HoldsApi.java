package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People protected from deactivation, for programs. */
@Path("/api/holds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HoldsApi {

    private static final int MOST = 500;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final Clock clock;

    HoldsApi(CallersCompany company, CompanyScope scope, Clock clock) {
        this.company = company;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param after where the next page begins; null on the last
     */
    record HoldsPage(List<Hold> holds, @Nullable Long after) {}

    private record Wish(long person, String reason, @Nullable Instant until) {}

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public HoldsPage all(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Hold> found =
                scope.of(company.id(), transaction -> Hold.page(transaction, after, most + 1));
        List<Hold> shown = found.subList(0, Math.min(most, found.size()));
        return new HoldsPage(
                shown, found.size() > most ? Long.valueOf(shown.getLast().userId()) : null);
    }

    @POST
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response hold(@Nullable String body) {
        Wish wish = wish(body);
        Hold held =
                scope.locked(
                        company.id(),
                        transaction -> {
                            if (!Hold.save(
                                    transaction,
                                    wish.person(),
                                    wish.reason(),
                                    wish.until(),
                                    company.name(),
                                    clock.instant())) {
                                throw new InvalidInput(
                                        FieldProblems.of("userId", FieldProblem.NOT_A_PERSON));
                            }
                            return Hold.of(transaction, wish.person()).orElseThrow();
                        });
        return Response.status(Response.Status.CREATED).entity(held).build();
    }

    @DELETE
    @Path("{person: [0-9]{1,18}}")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public void release(@PathParam("person") long person) {
        if (!scope.locked(company.id(), transaction -> Hold.release(transaction, person))) {
            throw new NotFoundException();
        }
    }

    private Wish wish(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<Long> person = fields.number("userId", FieldProblem.NOT_A_PERSON);
        Optional<String> reason = fields.text("reason").map(String::strip);
        Optional<String> time = fields.text("until");
        fields.refuseTheRest();
        if (person.isEmpty()) {
            problems.add("userId", FieldProblem.MISSING);
        }
        if (reason.filter(text -> !text.isEmpty()).isEmpty()) {
            problems.add("reason", FieldProblem.MISSING);
        }
        Optional<Instant> until =
                time.flatMap(HoldsApi::instant).filter(at -> at.isAfter(clock.instant()));
        if (time.isPresent() && until.isEmpty()) {
            problems.add("until", FieldProblem.NOT_A_FUTURE_TIME);
        }
        problems.refuseAny();
        return new Wish(person.orElseThrow(), reason.orElseThrow(), until.orElse(null));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
