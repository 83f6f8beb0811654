package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunAnswer;
import com.learnamp.entra.console.syncs.SyncRunRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's integration, for programs. */
@Path("/api/integration")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IntegrationApi {

    private final CallersCompany company;
    private final CompanyScope scope;
    private final SaveSettings save;
    private final CheckConnection check;
    private final ConsentLink consent;

    IntegrationApi(
            CallersCompany company,
            CompanyScope scope,
            SaveSettings save,
            CheckConnection check,
            ConsentLink consent) {
        this.company = company;
        this.scope = scope;
        this.save = save;
        this.check = check;
        this.consent = consent;
    }

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public IntegrationAnswer read() {
        return answer(company.id());
    }

    @PUT
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public IntegrationAnswer change(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        SettingsChange change = SettingsChange.of(fields, problems);
        fields.refuseTheRest();
        problems.refuseAny();
        CompanyId id = company.id();
        save.change(id, change, author());
        return answer(id);
    }

    @POST
    @Path("connect")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response connect() {
        CompanyId id = company.id();
        boolean begun = save.connect(id, author()).run().isPresent();
        return Response.status(begun ? Response.Status.CREATED : Response.Status.OK)
                .entity(answer(id))
                .build();
    }

    @POST
    @Path("disconnect")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public IntegrationAnswer disconnect() {
        CompanyId id = company.id();
        save.disconnect(id, author());
        return answer(id);
    }

    @POST
    @Path("check")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response check(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Optional<EntraTenantId> tenant =
                SettingsChange.tenant(fields.text(SettingsChange.TENANT_ID), problems);
        Optional<EntraObjectId> group =
                SettingsChange.group(fields.text(SettingsChange.GROUP_ID), problems);
        fields.refuseTheRest();
        problems.refuseAny();
        ConnectionCheck asked = check.ask(company.id(), tenant, group, author());
        return Response.accepted(IntegrationAnswer.CheckAnswer.of(asked))
                .location(URI.create("checks/" + asked.id()))
                .build();
    }

    @GET
    @Path("checks/{id}")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public IntegrationAnswer.CheckAnswer answerTo(@PathParam("id") String id) {
        UUID check = parse(id);
        return scope.of(company.id(), transaction -> CheckConnection.find(transaction, check))
                .map(IntegrationAnswer.CheckAnswer::of)
                .orElseThrow(NotFoundException::new);
    }

    private Author author() {
        return new Author(company.name(), company.isOperations());
    }

    private IntegrationAnswer answer(CompanyId id) {
        return scope.of(
                id,
                transaction -> {
                    Integration integration = IntegrationRows.read(transaction);
                    return answer(
                            id,
                            integration,
                            Connection.of(transaction, integration),
                            GraphUsage.latest(transaction, integration),
                            SyncRunRows.running(transaction));
                });
    }

    private IntegrationAnswer answer(
            CompanyId id,
            Integration integration,
            Optional<Connection> connection,
            List<GraphUsage> usage,
            Optional<SyncRun> run) {
        return new IntegrationAnswer(
                id,
                StoredWords.of(integration.status()),
                integration.revision(),
                integration.tenant(),
                integration.group(),
                StoredWords.of(integration.invitations()),
                integration.assignManagers(),
                integration.syncPhotos(),
                StoredWords.of(integration.disabledAccounts()),
                integration.savedAt(),
                integration.savedBy(),
                integration.isActive() ? integration.nextFullAt() : null,
                consent.to(Optional.ofNullable(integration.tenant())).orElse(null),
                connection.map(IntegrationAnswer.ConnectionAnswer::of).orElse(null),
                usage,
                run.map(SyncRunAnswer::of).orElse(null));
    }

    private static UUID parse(String id) {
        try {
            return EntraObjectId.parse(id).value();
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
