package com.learnamp.entra.console.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.page.Listener;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Sync this person, for programs: fields and photo, with the steps as they happen. */
@Path("/api/people/{id: [0-9]{1,18}}/sync")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.SYNC_RUN, Scopes.OPS})
@RunOnVirtualThread
class SyncPersonApi {

    private final CallersCompany company;
    private final CompanyScope scope;
    private final ActOnPeople act;
    private final FollowSync followSync;

    SyncPersonApi(
            CallersCompany company, CompanyScope scope, ActOnPeople act, FollowSync followSync) {
        this.company = company;
        this.scope = scope;
        this.act = act;
        this.followSync = followSync;
    }

    @POST
    public Response sync(@PathParam("id") long id) {
        CompanyId own = company.id();
        SyncStart start = begin(own, id);
        return Response.accepted(steps(own, id, start))
                .location(URI.create("people/" + id + "/sync?since=" + start.text()))
                .build();
    }

    /** How far it is. */
    @GET
    public SyncSteps steps(@PathParam("id") long id, @QueryParam("since") @Nullable String since) {
        return steps(company.id(), id, SyncStart.parse(since).orElseThrow(NotFoundException::new));
    }

    /** Begins it, and tells its steps as they happen. */
    @POST
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void watch(@PathParam("id") long id, @Context SseEventSink sink, @Context Sse sse) {
        CompanyId own = company.id();
        SyncStart start = begin(own, id);
        followSync.follow(
                new Listener(sink, sse),
                () -> {
                    SyncSteps steps = steps(own, id, start);
                    return new FollowSync.Look(steps.finished(), json(steps));
                });
    }

    private SyncStart begin(CompanyId own, long id) {
        if (!exists(own, id)) {
            throw new NotFoundException();
        }
        return act.sync(own, id)
                .orElseThrow(() ->
                        new ClientErrorException(
                                Response.status(Response.Status.CONFLICT)
                                        .type(MediaType.APPLICATION_JSON_TYPE)
                                        .entity(
                                                ErrorAnswer.of(
                                                        "This person is not followed: the company"
                                                                + " is not connected to Entra, or the"
                                                                + " person was never in its group"))
                                        .build()));
    }

    private SyncSteps steps(CompanyId own, long id, SyncStart start) {
        return scope.of(own, transaction -> SyncSteps.read(transaction, id, start))
                .orElseThrow(NotFoundException::new);
    }

    private static String json(SyncSteps steps) {
        try {
            return MessageCodec.mapper().writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("steps can be written", e);
        }
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
