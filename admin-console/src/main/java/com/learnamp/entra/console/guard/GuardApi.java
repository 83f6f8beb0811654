package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A company's limits and its grace period, for programs. */
@Path("/api/guard")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GuardApi {

    private final CallersCompany company;
    private final CompanyScope scope;
    private final Clock clock;

    GuardApi(CallersCompany company, CompanyScope scope, Clock clock) {
        this.company = company;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Scopes.INTEGRATION_READ, Scopes.OPS})
    public GuardSettings read() {
        return scope.of(company.id(), GuardSettings::read);
    }

    @PUT
    @RolesAllowed({Scopes.INTEGRATION_WRITE, Scopes.OPS})
    public GuardSettings change(@Nullable String body) {
        Author author = new Author(company.name(), company.isOperations());
        return scope.locked(
                company.id(),
                transaction -> {
                    FieldProblems problems = new FieldProblems();
                    JsonFields fields = new JsonFields(body, problems);
                    GuardSettings next =
                            GuardSettings.read(transaction)
                                    .changedBy(fields, problems, author, clock.instant());
                    fields.refuseTheRest();
                    problems.refuseAny();
                    next.save(transaction);
                    return next;
                });
    }
}
