package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.openid.Begun;
import com.learnamp.entra.console.openid.BegunRequests;
import com.learnamp.entra.console.page.ConsoleAddress;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.OperationsToo;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.session.SessionCookie;
import com.learnamp.entra.console.session.SessionToken;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * An administrator of the bound tenant lets us read it: away to Microsoft, and back. What comes
 * back binds nothing and proves nothing; whether we may read, a look at the directory tells.
 */
@Path("/setup")
@Page
@RunOnVirtualThread
class ConsentPages {

    private static final String BACK = "/setup/authorised";

    private final CurrentVisitor visitor;
    private final CompanyScope scope;
    private final EntraLogin login;
    private final BegunRequests requests;
    private final LookAtDirectory look;
    private final ConsoleAddress address;

    ConsentPages(
            CurrentVisitor visitor,
            CompanyScope scope,
            EntraLogin login,
            BegunRequests requests,
            LookAtDirectory look,
            ConsoleAddress address) {
        this.visitor = visitor;
        this.scope = scope;
        this.login = login;
        this.requests = requests;
        this.look = look;
        this.address = address;
    }

    @OperationsToo
    @POST
    @Path("authorise")
    public Response authorise(RoutingContext request) {
        CompanyId company = visitor.company();
        EntraTenantId tenant =
                scope.of(
                                company,
                                transaction ->
                                        Optional.ofNullable(
                                                IntegrationRows.read(transaction).tenant()))
                        .filter(bound -> login.isConfigured())
                        .orElseThrow(NotFoundException::new);
        String state = SessionToken.create();
        requests.keep(
                state, SessionCookie.token(request).orElseThrow(), Begun.consent(company, tenant));
        return Response.seeOther(login.adminConsent(tenant, address.of(BACK), state)).build();
    }

    /**
     * @param tenant is believed in no case: it only tells that somebody was in the wrong directory
     */
    @GET
    @Path("authorised")
    public Response authorised(
            @RestQuery Optional<String> state,
            @RestQuery Optional<String> error,
            @RestQuery Optional<String> tenant,
            RoutingContext request) {
        Optional<Begun> begun =
                state.flatMap(given ->
                        SessionCookie.token(request)
                                .flatMap(own -> requests.takeAdminConsent(given, own)));
        if (begun.isEmpty()
                || !(begun.get().about()
                        instanceof Begun.About.AdminConsent(CompanyId company, EntraTenantId asked))
                || !mayOpen(company)) {
            return to(visitor.get().home(), BindingNotice.NOT_BEGUN);
        }
        String home = visitor.get().isStaff() ? "/ops/companies/" + company : "";
        if (error.isPresent() || tenant.isEmpty()) {
            return to(home, BindingNotice.NOT_AUTHORISED);
        }
        if (!tenant.get().equalsIgnoreCase(asked.toString())) {
            return to(home, BindingNotice.AUTHORISED_ELSEWHERE);
        }
        look.look(company, visitor.get());
        return to(home, BindingNotice.AUTHORISED);
    }

    private boolean mayOpen(CompanyId company) {
        return visitor.get().isStaff() || visitor.get().openCompany().equals(Optional.of(company));
    }

    private static Response to(String home, BindingNotice notice) {
        return Response.seeOther(URI.create(home + "/setup?notice=" + notice.word())).build();
    }
}
