package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.api.UndoRun;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Undoes the field changes of one run, for programs. */
@Path("/api/sync-runs/{id}/undo")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
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

    @POST
    public UndoRun.Outcome undo(@PathParam("id") String id) {
        CompanyId own = company.id();
        SyncRunId run = parse(id);
        if (scope.of(own, transaction -> SyncRunRows.find(transaction, run)).isEmpty()) {
            throw new NotFoundException();
        }
        return undoRun.undo(own, run.value(), company.name());
    }

    private static SyncRunId parse(String id) {
        try {
            return SyncRunId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
