package com.learnamp.entra.console.start;

import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads on: to Set up until a company is connected, then to its overview; staff to the list. */
@Path("/")
@Page
@RunOnVirtualThread
class StartPage {

    private final CurrentVisitor visitor;
    private final CompanyScope scope;

    StartPage(CurrentVisitor visitor, CompanyScope scope) {
        this.visitor = visitor;
        this.scope = scope;
    }

    @GET
    public Response start() {
        return Response.seeOther(URI.create(next())).build();
    }

    private String next() {
        if (visitor.get().openCompany().isEmpty()) {
            return "/ops/companies";
        }
        boolean connected =
                scope.of(
                        visitor.company(),
                        transaction -> IntegrationRows.read(transaction).isActive());
        return visitor.get().home() + (connected ? "/overview" : "/setup");
    }
}
