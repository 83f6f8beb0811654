package com.learnamp.entra.console.preview;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.preview.ConfirmPreview.Outcome;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunAnswer;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the first sync with a group would do, for programs. */
@Path("/api/preview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PreviewApi {

    private static final int MOST = 500;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final ConfirmPreview confirm;
    private final Clock clock;

    PreviewApi(CallersCompany company, CompanyScope scope, ConfirmPreview confirm, Clock clock) {
        this.company = company;
        this.scope = scope;
        this.confirm = confirm;
        this.clock = clock;
    }

    /**
     * @param after where the next page begins; null on the last
     */
    record PeoplePage(List<PreviewedPerson> people, @Nullable UUID after) {}

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public Preview read() {
        return scope.of(company.id(), transaction -> Preview.open(transaction, clock.instant()))
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("people")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public PeoplePage people(
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        FieldProblems problems = new FieldProblems();
        if (!outcome.isEmpty() && !PreviewedPerson.OUTCOMES.contains(outcome)) {
            problems.add("outcome", FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        UUID begin = after.isEmpty() ? PreviewedPerson.START : guid("after", after, problems);
        problems.refuseAny();
        int most = Math.clamp(limit, 1, MOST);
        return scope.of(
                company.id(),
                transaction -> {
                    if (Preview.open(transaction, clock.instant()).isEmpty()) {
                        throw new NotFoundException();
                    }
                    List<PreviewedPerson> found =
                            PreviewedPerson.page(transaction, outcome, begin, most + 1);
                    List<PreviewedPerson> shown = found.subList(0, Math.min(most, found.size()));
                    return new PeoplePage(
                            shown, found.size() > most ? shown.getLast().objectId() : null);
                });
    }

    @POST
    @Path("confirm")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response confirm(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<String> run = fields.text("run");
        fields.refuseTheRest();
        if (run.isEmpty()) {
            problems.add("run", FieldProblem.MISSING);
        }
        UUID seen = guid("run", run.orElse(""), problems);
        problems.refuseAny();
        return switch (confirm.confirm(company.id(), seen, company.name())) {
            case Outcome.Begun(SyncRun begun) ->
                    Response.status(Response.Status.CREATED)
                            .entity(SyncRunAnswer.of(begun))
                            .build();
            case Outcome.NothingToConfirm nothing ->
                    refused(
                            "There is no preview to confirm: the group is confirmed already, or the"
                                    + " preview has expired; POST /api/sync-runs makes another");
            case Outcome.Outdated outdated ->
                    refused(
                            "There is another preview by now, or the settings have been changed"
                                    + " since: read GET /api/preview again");
        };
    }

    private static Response refused(String why) {
        return Response.status(Response.Status.CONFLICT).entity(ErrorAnswer.of(why)).build();
    }

    private static UUID guid(String field, String text, FieldProblems problems) {
        try {
            return EntraObjectId.parse(text).value();
        } catch (IllegalArgumentException e) {
            problems.add(field, FieldProblem.NOT_A_GUID);
            return PreviewedPerson.START;
        }
    }
}
