package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.api.UndoRun;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Undoes the field changes of one run, for programs. */
@Path("/api/sync-runs/{id}/undo")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UndoApi {

    private final CallersCompany company;
    private final CompanyScope scope;
    private final UndoRun undoRun;

    UndoApi(CallersCompany company, CompanyScope scope, UndoRun undoRun) {
        this.company = company;
        this.scope = scope;
        this.undoRun = undoRun;
    }

    /** What would be put back now. */
    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public UndoRun.Outcome preview(@PathParam("id") String id) {
        return undoRun.preview(company.id(), existing(id).id().value());
    }

    @POST
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response undo(@PathParam("id") String id) {
        SyncRun run = existing(id);
        return run.isRunning()
                ? Response.status(Response.Status.CONFLICT)
                        .entity(ErrorAnswer.of("The run is not at its end: wait for it"))
                        .build()
                : Response.ok(undoRun.undo(company.id(), run.id().value(), company.name())).build();
    }

    private SyncRun existing(String id) {
        return scope.of(company.id(), transaction -> SyncRunRows.find(transaction, parse(id)))
                .orElseThrow(NotFoundException::new);
    }

    private static SyncRunId parse(String id) {
        try {
            return SyncRunId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
