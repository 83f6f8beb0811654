package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
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
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Replays, for the programs of operations that may. */
@Path("/api/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.OPS_REPLAY)
@RunOnVirtualThread
class ReplaysApi {

    private static final Logger LOG = Logger.getLogger(ReplaysApi.class);
    private static final int MOST = 500;
    private static final UUID START = new UUID(0, 0);

    private final CallersCompany caller;
    private final CompanyScope scope;
    private final AskForReplay askForReplay;
    private final Clock clock;

    ReplaysApi(CallersCompany caller, CompanyScope scope, AskForReplay askForReplay, Clock clock) {
        this.caller = caller;
        this.scope = scope;
        this.askForReplay = askForReplay;
        this.clock = clock;
    }

    record Replays(List<ReplayAnswer> replays) {}

    /**
     * @param after where the next page begins; null on the last
     */
    record People(List<TriedPerson> people, @Nullable UUID after) {}

    @GET
    public Replays latest(@QueryParam("limit") @DefaultValue("20") int limit) {
        return ofAll(transaction -> {
            List<ReplayAnswer> answers = new ArrayList<>();
            for (ReplayRow row : ReplayRow.latest(transaction, Math.clamp(limit, 1, MOST))) {
                answers.add(ReplayAnswer.of(transaction, row));
            }
            return new Replays(answers);
        });
    }

    @POST
    public Response ask(@Nullable String body) {
        UUID id =
                askForReplay.ask(
                        new ReplayWish.Reader(body, clock.instant()).read(), caller.name());
        return Response.created(URI.create("/api/replays/" + id)).entity(one(id)).build();
    }

    @GET
    @Path("{id}")
    public ReplayAnswer one(@PathParam("id") UUID id) {
        return ofAll(transaction ->
                ReplayAnswer.of(
                        transaction,
                        ReplayRow.find(transaction, id).orElseThrow(NotFoundException::new)));
    }

    @GET
    @Path("{id}/people")
    public People people(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<TriedPerson> found =
                ofAll(transaction ->
                        TriedPerson.page(transaction, id, after == null ? START : after, most + 1));
        List<TriedPerson> shown = found.subList(0, Math.min(most, found.size()));
        return new People(
                List.copyOf(shown), found.size() > most ? shown.getLast().objectId() : null);
    }

    @POST
    @Path("{id}/{decision: pause|resume|stop}")
    public Response decide(@PathParam("id") UUID id, @PathParam("decision") String word) {
        Decision decision = Decision.valueOf(word.toUpperCase(Locale.ROOT));
        boolean decided =
                ofAll(transaction ->
                        ReplayProgress.decide(transaction, id, decision, caller.name(), clock));
        ReplayAnswer answer = one(id);
        LOG.infof("replay decided replay=%s decision=%s", id, word);
        return decided
                ? Response.ok(answer).build()
                : Response.status(Response.Status.CONFLICT)
                        .entity(
                                ErrorAnswer.of(
                                        "It is %s, so that it can't be: %s"
                                                .formatted(answer.state(), word)))
                        .build();
    }

    private <T> T ofAll(CompanyScope.Work<T> work) {
        return scope.ofCompanyOrAll(Optional.empty(), work);
    }
}
