package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.contracts.SyncRunId;
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

/** Sync users and its runs, for programs. */
@Path("/api/sync-runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SyncRunsApi {

    private static final int MOST = 100;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final StartSync startSync;

    SyncRunsApi(CallersCompany company, CompanyScope scope, StartSync startSync) {
        this.company = company;
        this.scope = scope;
        this.startSync = startSync;
    }

    @POST
    @RolesAllowed({Scopes.SYNC_RUN, Scopes.OPS})
    public Response press() {
        return switch (startSync.press(company.id(), company.name())) {
            case StartSync.Outcome.Begun(SyncRun run) -> answer(Response.Status.CREATED, run);
            case StartSync.Outcome.Joined(SyncRun run) -> answer(Response.Status.OK, run);
            case StartSync.Outcome.NotConnected nothing ->
                    Response.status(Response.Status.CONFLICT)
                            .entity(
                                    ErrorAnswer.of(
                                            "The company is not connected to Entra: POST"
                                                    + " /api/integration/connect first"))
                            .build();
        };
    }

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public SyncRunAnswer.Page latest(@QueryParam("limit") @DefaultValue("20") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return new SyncRunAnswer.Page(
                scope
                        .of(company.id(), transaction -> SyncRunRows.latest(transaction, most))
                        .stream()
                        .map(SyncRunAnswer::of)
                        .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public SyncRunAnswer one(@PathParam("id") String id) {
        return scope.of(company.id(), transaction -> SyncRunRows.find(transaction, parse(id)))
                .map(SyncRunAnswer::of)
                .orElseThrow(NotFoundException::new);
    }

    private static SyncRunId parse(String id) {
        try {
            return SyncRunId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private static Response answer(Response.Status status, SyncRun run) {
        return Response.status(status).entity(SyncRunAnswer.of(run)).build();
    }
}
