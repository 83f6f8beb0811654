package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.openid.Begun;
import com.learnamp.entra.console.openid.BegunRequests;
import com.learnamp.entra.console.openid.ProviderAnswer;
import com.learnamp.entra.console.openid.RedeemCode;
import com.learnamp.entra.console.openid.SignInElsewhere;
import com.learnamp.entra.console.page.ConsoleAddress;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.session.SessionCookie;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
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

/** An admin proves the tenant that he entered: away to its sign-in, and back. */
@Path("/setup")
@Page
@RunOnVirtualThread
class ProvePages {

    private static final String BACK = "/setup/proved";

    private final CurrentVisitor visitor;
    private final CompanyScope scope;
    private final EntraLogin login;
    private final SignInElsewhere elsewhere;
    private final RedeemCode redeem;
    private final BegunRequests requests;
    private final BindTenant bind;
    private final LookAtDirectory look;
    private final ConsoleAddress address;

    ProvePages(
            CurrentVisitor visitor,
            CompanyScope scope,
            EntraLogin login,
            SignInElsewhere elsewhere,
            RedeemCode redeem,
            BegunRequests requests,
            BindTenant bind,
            LookAtDirectory look,
            ConsoleAddress address) {
        this.visitor = visitor;
        this.scope = scope;
        this.login = login;
        this.elsewhere = elsewhere;
        this.redeem = redeem;
        this.requests = requests;
        this.bind = bind;
        this.look = look;
        this.address = address;
    }

    @POST
    @Path("prove")
    public Response prove(RoutingContext request) {
        CompanyId company = visitor.company();
        EntraTenantId tenant =
                scope.of(company, TenantClaim::read)
                        .map(TenantClaim::tenant)
                        .filter(wanted -> login.isConfigured())
                        .orElseThrow(NotFoundException::new);
        return elsewhere
                .begin(
                        login.of(tenant),
                        address.of(BACK),
                        SessionCookie.token(request).orElseThrow(),
                        true,
                        new Begun.About.TenantProof(company, tenant))
                .map(there -> Response.seeOther(there).build())
                .orElseGet(() -> to(BindingNotice.UNREACHABLE));
    }

    @GET
    @Path("proved")
    public Response proved(
            @RestQuery Optional<String> state,
            @RestQuery Optional<String> code,
            RoutingContext request) {
        Optional<Begun> begun =
                state.flatMap(given ->
                        SessionCookie.token(request)
                                .flatMap(own -> requests.takeTenantProof(given, own)));
        if (begun.isEmpty()
                || !(begun.get().about()
                        instanceof Begun.About.TenantProof(CompanyId company, EntraTenantId tenant))
                || !visitor.get().openCompany().equals(Optional.of(company))) {
            return to(BindingNotice.NOT_BEGUN);
        }
        ProviderAnswer answer =
                redeem.redeem(login.of(tenant), address.of(BACK), begun.get(), code.orElse(null));
        return to(
                switch (answer) {
                    case ProviderAnswer.Proven(IDTokenClaimsSet claims) ->
                            proved(
                                    company,
                                    tenant,
                                    TenantProof.decide(
                                            tenant,
                                            claims.getStringClaim("tid"),
                                            claims.getStringClaim("oid"),
                                            claims.getStringListClaim("wids")));
                    case ProviderAnswer.Declined declined -> BindingNotice.TURNED_BACK;
                    case ProviderAnswer.Untrue untrue -> BindingNotice.UNTRUE;
                    case ProviderAnswer.Unreachable unreachable -> BindingNotice.UNREACHABLE;
                });
    }

    private BindingNotice proved(CompanyId company, EntraTenantId tenant, TenantProof proof) {
        return switch (proof) {
            case TenantProof.OtherTenant other -> BindingNotice.OTHER_TENANT;
            case TenantProof.NotAdministrator plain -> BindingNotice.NOT_ADMINISTRATOR;
            case TenantProof.Proven proven ->
                    switch (bind.proved(company, tenant, proven)) {
                        case NOT_WANTED -> BindingNotice.NOT_WANTED;
                        case ASKED -> BindingNotice.ASKED;
                        case BOUND -> {
                            look.look(company, visitor.get());
                            yield BindingNotice.BOUND;
                        }
                    };
        };
    }

    private Response to(BindingNotice notice) {
        return Response.seeOther(
                        URI.create(visitor.get().home() + "/setup?notice=" + notice.word()))
                .build();
    }
}
