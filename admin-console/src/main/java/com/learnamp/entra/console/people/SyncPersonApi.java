package com.learnamp.entra.console.people;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Sync this person, for programs: fields and photo. */
@Path("/api/people/{id: [0-9]{1,18}}/sync")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.SYNC_RUN, Scopes.OPS})
@RunOnVirtualThread
class SyncPersonApi {

    private final CallersCompany company;
    private final CompanyScope scope;
    private final ActOnPeople act;

    SyncPersonApi(CallersCompany company, CompanyScope scope, ActOnPeople act) {
        this.company = company;
        this.scope = scope;
        this.act = act;
    }

    @POST
    public Response sync(@PathParam("id") long id) {
        CompanyId own = company.id();
        if (!exists(own, id)) {
            throw new NotFoundException();
        }
        return act.sync(own, id)
                ? Response.accepted().build()
                : Response.status(Response.Status.CONFLICT)
                        .entity(
                                ErrorAnswer.of(
                                        "This person is not followed: the company is not connected"
                                                + " to Entra, or the person was never in its group"))
                        .build();
    }

    private boolean exists(CompanyId own, long id) {
        return scope.of(
                own,
                transaction ->
                        transaction
                                .first(
                                        "SELECT id FROM learnamp.users WHERE id = ?",
                                        row -> row.number("id"),
                                        id)
                                .isPresent());
    }
}
