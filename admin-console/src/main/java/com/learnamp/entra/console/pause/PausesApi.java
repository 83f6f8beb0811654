package com.learnamp.entra.console.pause;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pauses of a company; of operations who name none, of everything. */
@Path("/api/pauses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PausesApi {

    private static final String WHAT = "what";
    private static final String LANE = "lane";
    private static final String REASON = "reason";

    private final CallersCompany company;
    private final PauseCompanies pauses;

    PausesApi(CallersCompany company, PauseCompanies pauses) {
        this.company = company;
        this.pauses = pauses;
    }

    /** Those in force first, then those of the last 30 days. */
    record Pauses(List<Pause> pauses) {}

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public Pauses all() {
        return new Pauses(pauses.latest(company.idOrAll()));
    }

    @POST
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Pauses pause(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Pause.Wish wish = wish(fields, problems);
        Optional<String> reason = fields.text(REASON).map(String::strip);
        fields.refuseTheRest();
        if (reason.filter(text -> !text.isEmpty()).isEmpty()) {
            problems.add(REASON, FieldProblem.MISSING);
        }
        problems.refuseAny();
        pauses.pause(wish, reason.orElseThrow(), company.name());
        return all();
    }

    @POST
    @Path("resume")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response resume(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Pause.Wish wish = wish(fields, problems);
        fields.refuseTheRest();
        problems.refuseAny();
        return pauses.resume(wish, company.name())
                ? Response.ok(all()).build()
                : Response.status(Response.Status.CONFLICT)
                        .entity(
                                ErrorAnswer.of(
                                        "Nothing of that stands still: GET /api/pauses shows what does"))
                        .build();
    }

    private Pause.Wish wish(JsonFields fields, FieldProblems problems) {
        String what = fields.text(WHAT).orElse(Pause.BOTH);
        Optional<String> lane = fields.text(LANE);
        if (!what.equals(Pause.BOTH) && !Pause.KINDS.contains(what)) {
            problems.add(WHAT, FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        if (lane.filter(one -> !Pause.LANES.contains(one)).isPresent()) {
            problems.add(LANE, FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        return new Pause.Wish(company.idOrAll().orElse(null), what, lane.orElse(null));
    }
}
