package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.settings.SaveSettings;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.customfields.Expressions;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's own mappings, for programs. */
@Path("/api/mappings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MappingsApi {

    private static final String PEOPLE = "people";
    private static final int MOST_PEOPLE = 5;

    private final CallersCompany company;
    private final CompanyScope scope;
    private final SaveSettings save;
    private final TryMapping tryMapping;
    private final CheckExtensions extensions;

    MappingsApi(
            CallersCompany company,
            CompanyScope scope,
            SaveSettings save,
            TryMapping tryMapping,
            CheckExtensions extensions) {
        this.company = company;
        this.scope = scope;
        this.save = save;
        this.tryMapping = tryMapping;
        this.extensions = extensions;
    }

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public MappingsAnswer read() {
        return MappingsAnswer.of(mappings());
    }

    @PUT
    @Path("{field}")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public MappingsAnswer map(@PathParam("field") String field, @Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        CheckedMapping.Draft draft = draft(field, fields);
        fields.refuseTheRest();
        problems.refuseAny();
        CustomFieldMapping mapping = checked(draft);
        extensions
                .check(company.id(), mapping, author())
                .ifPresent(wrong -> {
                    throw new RefusedMapping(wrong);
                });
        save.map(company.id(), mapping, author());
        return read();
    }

    @DELETE
    @Path("{field}")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public MappingsAnswer unmap(@PathParam("field") String field) {
        CustomFieldMapping mapping =
                mappings().stream()
                        .filter(one -> one.field().equalsIgnoreCase(field.strip()))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        save.unmap(company.id(), mapping.field(), author());
        return read();
    }

    @POST
    @Path("try")
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response tryOne(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        CheckedMapping.Draft draft = draft(fields.text(CheckedMapping.FIELD).orElse(""), fields);
        List<EntraObjectId> people =
                people(fields.texts(PEOPLE, MOST_PEOPLE).orElse(List.of()), problems);
        fields.refuseTheRest();
        problems.refuseAny();
        CompanyId id = company.id();
        UUID trial = tryMapping.ask(id, checked(draft), people, author());
        return Response.accepted(trial(id, trial)).location(URI.create("tries/" + trial)).build();
    }

    @GET
    @Path("tries/{id}")
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public TrialAnswer answerTo(@PathParam("id") UUID trial) {
        return trial(company.id(), trial);
    }

    private TrialAnswer trial(CompanyId id, UUID trial) {
        return scope.of(id, transaction -> Trials.find(transaction, trial))
                .map(TrialAnswer::of)
                .orElseThrow(NotFoundException::new);
    }

    private CustomFieldMapping checked(CheckedMapping.Draft draft) {
        List<CustomField> known = scope.of(company.id(), CustomField::all);
        return switch (CheckedMapping.of(draft, known)) {
            case CheckedMapping.Sound sound -> sound.mapping();
            case CheckedMapping.Wrong wrong -> throw new RefusedMapping(wrong);
        };
    }

    private static List<EntraObjectId> people(List<String> texts, FieldProblems problems) {
        List<EntraObjectId> people = new ArrayList<>();
        for (String text : texts) {
            try {
                people.add(EntraObjectId.parse(text));
            } catch (IllegalArgumentException _) {
                problems.add(PEOPLE, FieldProblem.NOT_A_GUID);
            }
        }
        return people;
    }

    private static CheckedMapping.Draft draft(String field, JsonFields fields) {
        return new CheckedMapping.Draft(
                field,
                fields.text(CheckedMapping.ATTRIBUTE).orElse(null),
                fields.text(CheckedMapping.EXPRESSION, 4 * Expressions.MAX_LENGTH).orElse(null),
                fields.text(CheckedMapping.RULE).orElse(null));
    }

    private List<CustomFieldMapping> mappings() {
        return scope.of(company.id(), IntegrationRows::read).customFields();
    }

    private Author author() {
        return new Author(company.name(), company.isOperations());
    }
}
