package com.learnamp.entra.console.why;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Why somebody is in Learn Amp, or is not, for programs. */
@Path("/api/why")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
@RunOnVirtualThread
class WhyApi {

    private final CallersCompany company;
    private final Why why;

    WhyApi(CallersCompany company, Why why) {
        this.company = company;
        this.why = why;
    }

    @GET
    public WhyAnswer why(@QueryParam("q") @DefaultValue("") String q) {
        String about = q.strip();
        if (about.length() < Why.SHORTEST || about.length() > Why.LONGEST || about.contains("\0")) {
            FieldProblems.of("q", FieldProblem.NOT_A_QUESTION).refuseAny();
        }
        return WhyAnswer.of(about, why.why(company.id(), about));
    }
}
