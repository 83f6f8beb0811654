package com.learnamp.entra.console.people;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invitations by hand, one or many, for programs. Whoever had one gets no second. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
@RunOnVirtualThread
class InvitationsApi {

    private static final int MOST = 1_000;

    private final CallersCompany company;
    private final ActOnPeople act;

    InvitationsApi(CallersCompany company, ActOnPeople act) {
        this.company = company;
        this.act = act;
    }

    /**
     * @param invited how many of them that was possible for
     */
    record Answer(int invited) {}

    @POST
    @Path("people/{id: [0-9]{1,18}}/invitation")
    public Response inviteOne(@PathParam("id") long id) {
        int invited = act.invite(company.id(), List.of(id), company.name());
        return invited == 1
                ? Response.accepted(new Answer(invited)).build()
                : Response.status(Response.Status.CONFLICT)
                        .entity(
                                ErrorAnswer.of(
                                        "This person can't be invited: nobody has this id, or there"
                                                + " was an invitation before, or the person is"
                                                + " inside or deactivated"))
                        .build();
    }

    @POST
    @Path("invitations")
    public Response inviteMany(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        List<Long> people = fields.ids("people", MOST);
        Optional<Boolean> everybody = fields.flag("everybody");
        if (people.isEmpty() && !everybody.orElse(false)) {
            problems.add("people", FieldProblem.MISSING);
        }
        fields.refuseTheRest();
        problems.refuseAny();
        int invited =
                everybody.orElse(false)
                        ? act.inviteEverybody(company.id(), company.name())
                        : act.invite(company.id(), people, company.name());
        return Response.accepted(new Answer(invited)).build();
    }
}
