package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.api.CallersCompany;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A company's limits and its grace period, for programs. */
@Path("/api/guard")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GuardApi {

    private final CallersCompany company;
    private final CompanyScope scope;
    private final SaveGuard save;

    GuardApi(CallersCompany company, CompanyScope scope, SaveGuard save) {
        this.company = company;
        this.scope = scope;
        this.save = save;
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
        return save.change(company.id(), body, author);
    }
}
