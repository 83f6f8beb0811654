package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which company a program works for, and whether it may. */
@RequestScoped
public class CallersCompany {

    private final SecurityIdentity caller;
    private final RoutingContext request;
    private final CompanyScope scope;

    CallersCompany(SecurityIdentity caller, RoutingContext request, CompanyScope scope) {
        this.caller = caller;
        this.request = request;
        this.scope = scope;
    }

    /**
     * The token's; of operations the one that the address names.
     *
     * @throws NotFoundException if there is no such company
     */
    public CompanyId id() {
        @Nullable CompanyId named = OpenCompany.named(request);
        @Nullable CompanyId own = caller.getAttribute(AccessTokenIdentities.COMPANY);
        if (named == null) {
            return own != null ? own : nameOne();
        }
        if (!isOperations()) {
            throw new ForbiddenException();
        }
        if (!exists(named)) {
            throw new NotFoundException();
        }
        return named;
    }

    /** As {@link #id}; empty of operations who name none, and so mean all. */
    public Optional<CompanyId> idOrAll() {
        return isOperations() && OpenCompany.named(request) == null
                ? Optional.ofNullable(caller.getAttribute(AccessTokenIdentities.COMPANY))
                : Optional.of(id());
    }

    public boolean isOperations() {
        return caller.hasRole(Scopes.OPS);
    }

    /** The client, as it is kept beside what it does. */
    public String name() {
        return caller.getPrincipal().getName();
    }

    private boolean exists(CompanyId company) {
        return scope.of(
                company,
                transaction ->
                        transaction
                                .first(
                                        "SELECT id FROM learnamp.companies WHERE id = ?",
                                        row -> company,
                                        company.value())
                                .isPresent());
    }

    private static CompanyId nameOne() {
        throw new WebApplicationException(
                Response.status(Response.Status.FORBIDDEN)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(
                                ErrorAnswer.of(
                                        "This token belongs to no company: name one, as in"
                                                + " /api/companies/7/integration"))
                        .build());
    }
}
