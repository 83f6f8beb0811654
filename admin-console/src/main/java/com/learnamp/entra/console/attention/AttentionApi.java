package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.ErrorAnswer;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.EntraObjectId;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What needs attention, and an admin's word on who somebody is, for programs. */
@Path("/api/attention")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AttentionApi {

    private static final int MOST = 200;
    private static final String CHOICE = "choice";

    private final CallersCompany company;
    private final CompanyScope scope;
    private final ChooseIdentity chooseIdentity;
    private final AnswerUndone answerUndone;

    AttentionApi(
            CallersCompany company,
            CompanyScope scope,
            ChooseIdentity chooseIdentity,
            AnswerUndone answerUndone) {
        this.company = company;
        this.scope = scope;
        this.chooseIdentity = chooseIdentity;
        this.answerUndone = answerUndone;
    }

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public AttentionAnswer list(
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<AttentionRow> found =
                scope.of(
                        company.id(),
                        transaction ->
                                AttentionRow.read(
                                        transaction,
                                        AttentionRow.Cursor.of(after),
                                        reason,
                                        most + 1));
        return AttentionAnswer.of(found, most);
    }

    @POST
    @Path("{object}/identity")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response choose(@PathParam("object") String object, @Nullable String body) {
        EntraObjectId id = parse(object);
        IdentityChoice choice = choice(body, IdentityChoice.values());
        return switch (chooseIdentity.choose(company.id(), id, choice, company.name())) {
            case ASKED -> Response.accepted().build();
            case NOT_POSSIBLE ->
                    conflict(
                            "Nobody waits for this choice: GET /api/attention shows who waits, and"
                                    + " what can be chosen");
            case NOT_CONNECTED ->
                    conflict(
                            "The company is not connected to Entra: POST /api/integration/connect"
                                    + " first");
        };
    }

    /** Whether the sync may do again what was undone. */
    @POST
    @Path("{object}/undone")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response answer(@PathParam("object") String object, @Nullable String body) {
        EntraObjectId id = parse(object);
        return answerUndone.answer(company.id(), id, choice(body, UndoneChoice.values()))
                ? Response.accepted().build()
                : conflict(
                        "Nobody is asked about this person: GET /api/attention?reason=undone shows"
                                + " who waits");
    }

    private static <T extends Enum<T>> T choice(@Nullable String body, T[] possible) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<String> word = fields.text(CHOICE);
        Optional<T> choice =
                Stream.of(possible)
                        .filter(one -> word.filter(StoredWords.of(one)::equals).isPresent())
                        .findFirst();
        if (choice.isEmpty()) {
            problems.add(
                    CHOICE,
                    word.isEmpty() ? FieldProblem.MISSING : FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        fields.refuseTheRest();
        problems.refuseAny();
        return choice.orElseThrow();
    }

    private static Response conflict(String why) {
        return Response.status(Response.Status.CONFLICT).entity(ErrorAnswer.of(why)).build();
    }

    private static EntraObjectId parse(String id) {
        try {
            return EntraObjectId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
