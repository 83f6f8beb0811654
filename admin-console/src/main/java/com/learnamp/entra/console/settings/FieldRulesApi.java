package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each mapped field is written, for programs. */
@Path("/api/integration/field-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FieldRulesApi {

    private final CallersCompany company;
    private final FieldRules rules;

    FieldRulesApi(CallersCompany company, FieldRules rules) {
        this.company = company;
        this.rules = rules;
    }

    /**
     * @param fieldRules of every field, by its name
     */
    record Answer(Map<String, String> fieldRules) {}

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public Answer read() {
        return new Answer(rules.read(company.id()));
    }

    @PUT
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public Answer change(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        JsonFields fields = new JsonFields(body, problems);
        Map<String, FieldRule> changes = new LinkedHashMap<>();
        for (String field : FieldRule.FIELDS) {
            fields.text(field)
                    .ifPresent(word ->
                            rule(word)
                                    .ifPresentOrElse(
                                            rule -> changes.put(field, rule),
                                            () ->
                                                    problems.add(
                                                            field,
                                                            FieldProblem.NOT_ONE_OF_THE_VALUES)));
        }
        fields.refuseTheRest();
        problems.refuseAny();
        CompanyId id = company.id();
        rules.change(id, changes, new Author(company.name(), company.isOperations()));
        return new Answer(rules.read(id));
    }

    private static Optional<FieldRule> rule(String word) {
        return Stream.of(FieldRule.values())
                .filter(rule -> StoredWords.of(rule).equals(word))
                .findFirst();
    }
}
