package com.learnamp.entra.console.parked;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is parked, of a company or, for operations, of all. */
@Path("/api/parked")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParkedApi {

    private static final int MOST = 200;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final RetryParked retryParked;
    private final Clock clock;

    ParkedApi(CallersCompany company, CompanyScope scope, RetryParked retryParked, Clock clock) {
        this.company = company;
        this.scope = scope;
        this.retryParked = retryParked;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public ParkedAnswer list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("service") @Nullable String service,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("q") @Nullable String text,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        ParkedFilter filter = ParkedFilter.of(state, service, reason, text);
        List<ParkedRow> found =
                scope.ofCompanyOrAll(
                        company.idOrAll(),
                        transaction -> ParkedRow.page(transaction, filter, after, most + 1));
        return ParkedAnswer.of(found, most);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public ParkedAnswer.One one(@PathParam("id") long id) {
        return scope.ofCompanyOrAll(
                        company.idOrAll(), transaction -> ParkedRow.find(transaction, id))
                .map(ParkedAnswer.One::whole)
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/retry")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response retry(@PathParam("id") long id) {
        RetryParked.Outcome outcome = retryParked.retry(company.idOrAll(), id, company.name());
        return outcome.retried() + outcome.superseded() == 0
                ? notParked(id)
                : Response.ok(outcome).build();
    }

    /** All of a reason. */
    @POST
    @Path("retry")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public RetryParked.Outcome retryAll(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<String> reason = fields.text("reason");
        Optional<String> service = fields.text("service");
        fields.refuseTheRest();
        if (reason.filter(text -> !text.isBlank()).isEmpty()) {
            problems.add("reason", FieldProblem.MISSING);
        }
        problems.refuseAny();
        return retryParked.retry(
                company.idOrAll(),
                ParkedFilter.of(null, service.orElse(null), reason.orElseThrow(), null),
                company.name());
    }

    @POST
    @Path("{id: [0-9]{1,18}}/drop")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response drop(@PathParam("id") long id, @Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<String> note = fields.text("note").map(String::strip);
        fields.refuseTheRest();
        if (note.filter(text -> !text.isEmpty()).isEmpty()) {
            problems.add("note", FieldProblem.MISSING);
        }
        problems.refuseAny();
        boolean dropped =
                scope.ofCompanyOrAll(
                        company.idOrAll(),
                        transaction ->
                                ParkedRow.decide(
                                        transaction,
                                        id,
                                        "dropped",
                                        company.name(),
                                        clock.instant(),
                                        note.orElseThrow()));
        return dropped ? Response.noContent().build() : notParked(id);
    }

    private Response notParked(long id) {
        one(id);
        return Response.status(Response.Status.CONFLICT)
                .entity(
                        ErrorAnswer.of(
                                "It is not parked any more: GET /api/parked/"
                                        + id
                                        + " says what has become of it"))
                .build();
    }
}
