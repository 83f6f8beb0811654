package com.learnamp.entra.console.session;

import com.learnamp.entra.console.api.OpenCompany;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Before every page: who is there, whether the company is his, and whether what he posts comes from
 * a page of ours. A company that is not his is not there at all.
 */
class GuardPages {

    private final Sessions sessions;
    private final CompanyScope scope;
    private final CurrentVisitor current;

    GuardPages(Sessions sessions, CompanyScope scope, CurrentVisitor current) {
        this.sessions = sessions;
        this.scope = scope;
        this.current = current;
    }

    @Page
    @ServerRequestFilter
    @WithFormRead
    public Optional<Response> guard(RoutingContext request, ResourceInfo resource) {
        Optional<Visitor> visitor = SessionCookie.token(request).flatMap(sessions::find);
        if (visitor.isEmpty()) {
            return Optional.of(signInFirst(request));
        }
        if (isPost(request) && !carriesToken(visitor.get())) {
            return Optional.of(Response.status(Response.Status.FORBIDDEN).build());
        }
        Optional<Visitor> inside =
                open(visitor.get(), OpenCompany.named(request))
                        .filter(one -> !isPost(request) || mayAct(one, resource));
        inside.ifPresent(current::set);
        return inside.isPresent()
                ? Optional.empty()
                : Optional.of(Response.status(Response.Status.NOT_FOUND).build());
    }

    private Optional<Visitor> open(Visitor visitor, @Nullable CompanyId named) {
        if (named == null) {
            return Optional.of(visitor);
        }
        return visitor.isStaff() && exists(named)
                ? Optional.of(visitor.opening(named))
                : Optional.empty();
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

    /** Operations look at a company, and leave it to its own admins. */
    private static boolean mayAct(Visitor visitor, ResourceInfo resource) {
        return !visitor.isOnlyLooking()
                || resource.getResourceMethod().isAnnotationPresent(OperationsToo.class);
    }

    private static boolean isPost(RoutingContext request) {
        return !request.request().method().name().equals(HttpMethod.GET)
                && !request.request().method().name().equals(HttpMethod.HEAD);
    }

    private static boolean carriesToken(Visitor visitor) {
        @Nullable Object token = CurrentRequestManager.get().getFormParameter("csrf", true, false);
        return token instanceof String text && SessionToken.equal(text, visitor.csrfToken());
    }

    private static Response signInFirst(RoutingContext request) {
        boolean partOfPage = request.request().getHeader("HX-Request") != null;
        if (partOfPage) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("HX-Redirect", "/sign-in")
                    .build();
        }
        UriBuilder signIn = UriBuilder.fromPath("/sign-in");
        return Response.seeOther(isPost(request) ? signIn.build() : withReturn(signIn, request))
                .build();
    }

    private static URI withReturn(UriBuilder signIn, RoutingContext request) {
        return signIn.queryParam("to", "{to}").build(request.request().uri());
    }
}
