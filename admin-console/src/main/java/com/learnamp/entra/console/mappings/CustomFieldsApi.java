package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The custom fields that a company has in Learn Amp, for programs. */
@Path("/api/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomFieldsApi {

    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String REQUIRED = "required";
    private static final String OPTIONS = "options";
    private static final int LONGEST_NAME = 100;
    private static final int MOST_OPTIONS = 200;

    private final CallersCompany company;
    private final CompanyScope scope;

    CustomFieldsApi(CallersCompany company, CompanyScope scope) {
        this.company = company;
        this.scope = scope;
    }

    /** A custom field as programs get it. */
    record FieldAnswer(String name, String type, boolean required, List<String> options) {

        static FieldAnswer of(CustomField field) {
            return new FieldAnswer(
                    field.name(), StoredWords.of(field.type()), field.required(), field.options());
        }
    }

    record FieldsAnswer(List<FieldAnswer> customFields) {}

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public FieldsAnswer read() {
        return new FieldsAnswer(
                scope.of(company.id(), CustomField::all).stream().map(FieldAnswer::of).toList());
    }

    @POST
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Response add(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        CustomField added = field(fields, problems);
        fields.refuseTheRest();
        problems.refuseAny();
        CompanyId id = company.id();
        scope.locked(
                id,
                transaction -> {
                    if (CustomField.named(added.name(), CustomField.all(transaction)).isPresent()) {
                        problems.add(NAME, FieldProblem.TAKEN);
                    }
                    problems.refuseAny();
                    added.add(transaction, id);
                    return added;
                });
        return Response.status(Response.Status.CREATED).entity(FieldAnswer.of(added)).build();
    }

    private static CustomField field(JsonFields fields, FieldProblems problems) {
        String name = fields.text(NAME, LONGEST_NAME).map(String::strip).orElse("");
        if (name.isEmpty()) {
            problems.add(NAME, FieldProblem.MISSING);
        }
        Optional<String> word = fields.text(TYPE);
        Optional<Type> type =
                Stream.of(Type.values())
                        .filter(one -> StoredWords.of(one).equals(word.orElse("")))
                        .findFirst();
        if (type.isEmpty()) {
            problems.add(
                    TYPE,
                    word.isEmpty() ? FieldProblem.MISSING : FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        List<String> options = fields.texts(OPTIONS, MOST_OPTIONS).orElse(List.of());
        if (type.isPresent() && (type.get() == Type.CHOICE) == options.isEmpty()) {
            problems.add(OPTIONS, FieldProblem.NOT_OF_A_CHOICE);
        }
        return new CustomField(
                name, type.orElse(Type.TEXT), fields.flag(REQUIRED).orElse(false), options);
    }
}
