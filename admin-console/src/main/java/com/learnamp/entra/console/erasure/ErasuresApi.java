package com.learnamp.entra.console.erasure;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erasing one person, and letting him come back, for programs. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ErasuresApi {

    private static final int MOST = 500;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final EraseUser erase;
    private final EraseStranger eraseStranger;
    private final Clock clock;

    ErasuresApi(
            CallersCompany company,
            CompanyScope scope,
            EraseUser erase,
            EraseStranger eraseStranger,
            Clock clock) {
        this.company = company;
        this.scope = scope;
        this.erase = erase;
        this.eraseStranger = eraseStranger;
        this.clock = clock;
    }

    /**
     * @param about an object id or an address
     */
    record StrangerInput(@Nullable String about) {

        /** Personal data. */
        @Override
        public String toString() {
            return "StrangerInput[redacted]";
        }
    }

    record ErasedAnswer(UUID erasure) {}

    record ErasureList(List<Erasure> erasures) {}

    @POST
    @Path("people/{person: [0-9]{1,18}}/erase")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response erase(@PathParam("person") long person) {
        return switch (erase.erase(company.id(), person, company.name())) {
            case EraseUser.Outcome.Erased(UUID erasure) ->
                    Response.ok(new ErasedAnswer(erasure)).build();
            case EraseUser.Outcome.LastOwner last ->
                    Response.status(Response.Status.CONFLICT)
                            .entity(
                                    ErrorAnswer.of(
                                            "The last active Owner can't be erased: make somebody"
                                                    + " else Owner in Learn Amp first"))
                            .build();
            case EraseUser.Outcome.NotThere nobody -> throw new NotFoundException();
        };
    }

    /** Of somebody who was never created: he does not come. */
    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response erase(@Nullable StrangerInput input) {
        Optional<Stranger> stranger = Stranger.parse(input == null ? null : input.about());
        if (stranger.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(
                            ErrorAnswer.of(
                                    "about must be an Entra object id or an email address, as in"
                                            + " {\"about\": \"ruth@example.com\"}"))
                    .build();
        }
        return switch (eraseStranger.erase(company.id(), stranger.get(), company.name())) {
            case EraseStranger.Outcome.Erased(UUID erasure) ->
                    Response.ok(new ErasedAnswer(erasure)).build();
            case EraseStranger.Outcome.InLearnAmp(long person) ->
                    Response.status(Response.Status.CONFLICT)
                            .entity(
                                    ErrorAnswer.of(
                                            "That is somebody in Learn Amp: POST /api/people/"
                                                    + person
                                                    + "/erase erases this person"))
                            .build();
        };
    }

    /**
     * @param email whose address keeps somebody away; null: the latest of all
     */
    @GET
    @Path("erasures")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public ErasureList all(@QueryParam("email") @Nullable String email) {
        CompanyId own = company.id();
        return new ErasureList(
                scope.of(
                        own,
                        transaction ->
                                email == null
                                        ? Erasure.latest(transaction, MOST)
                                        : Erasure.ofHash(
                                                transaction, erase.hash(own, email), MOST)));
    }

    /** With the next sync he comes back, as somebody new. */
    @POST
    @Path("erasures/{id}/lift")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public void lift(@PathParam("id") String id) {
        UUID erasure = parse(id).orElseThrow(NotFoundException::new);
        if (!scope.locked(
                company.id(),
                transaction ->
                        Erasure.lift(transaction, erasure, company.name(), clock.instant()))) {
            throw new NotFoundException();
        }
    }

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(EntraObjectId.parse(text).value());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
