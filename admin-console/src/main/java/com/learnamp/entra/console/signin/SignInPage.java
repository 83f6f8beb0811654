package com.learnamp.entra.console.signin;

import com.learnamp.entra.console.page.LocalPath;
import com.learnamp.entra.console.page.Theme;
import com.learnamp.entra.console.session.SessionCookie;
import com.learnamp.entra.console.session.Sessions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in: a new session each time, and the old one ends. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SignInPage {

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final OidcConfig oidc;

    SignInPage(SignIn signIn, Sessions sessions, SessionCookie cookie, OidcConfig oidc) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.oidc = oidc;
    }

    /**
     * @param to where to go afterwards
     */
    record View(
            Theme theme,
            boolean withPassword,
            String email,
            String to,
            Notice notice,
            List<SignIn.Candidate> companies) {}

    /** What the page says above its form. */
    enum Notice {
        NONE,
        REFUSED,
        /** The provider proves an address that is no Owner's or Admin's. */
        NOT_KNOWN,
        /** The provider does not say that the address is verified, or has none. */
        NOT_VERIFIED,
        DECLINED,
        /** Somebody comes back who was not sent from this browser, or not lately. */
        NOT_BEGUN,
        UNTRUE,
        UNREACHABLE,
        CHOOSE,
        SIGNED_OUT;

        private Response.Status status() {
            return switch (this) {
                case NONE, CHOOSE, SIGNED_OUT -> Response.Status.OK;
                case REFUSED, NOT_KNOWN, NOT_VERIFIED, DECLINED, NOT_BEGUN, UNTRUE ->
                        Response.Status.UNAUTHORIZED;
                case UNREACHABLE -> Response.Status.BAD_GATEWAY;
            };
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signIn(View view);
    }

    @GET
    public TemplateInstance form(
            @RestQuery Optional<String> to,
            @RestQuery Optional<String> notice,
            RoutingContext request) {
        return Templates.signIn(
                new View(
                        Theme.of(request),
                        !oidc.enabled(),
                        "",
                        LocalPath.orStart(to).toString(),
                        switch (notice.orElse("")) {
                            case "signed-out" -> Notice.SIGNED_OUT;
                            default -> Notice.NONE;
                        },
                        List.of()));
    }

    @POST
    public Response signIn(
            @RestForm Optional<String> email,
            @RestForm Optional<String> password,
            @RestForm Optional<String> company,
            @RestForm Optional<String> to,
            RoutingContext request) {
        if (oidc.enabled() || isFromAnotherSite(request)) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        return switch (signIn.withPassword(
                email.orElse(""), password.orElse(""), company.filter(key -> !key.isEmpty()))) {
            case SignIn.Outcome.SignedIn(Sessions.Holder holder) -> {
                SessionCookie.token(request).ifPresent(sessions::close);
                yield Response.seeOther(LocalPath.orStart(to))
                        .cookie(cookie.of(sessions.open(holder)))
                        .build();
            }
            case SignIn.Outcome.Refused refused ->
                    again(request, email, to, Notice.REFUSED, List.of());
            case SignIn.Outcome.ChooseCompany(List<SignIn.Candidate> candidates) ->
                    again(request, email, to, Notice.CHOOSE, candidates);
        };
    }

    private static Response again(
            RoutingContext request,
            Optional<String> email,
            Optional<String> to,
            Notice notice,
            List<SignIn.Candidate> companies) {
        return page(request, true, email, to, notice, companies);
    }

    /** The page once more, with what has to be said. */
    static Response page(
            RoutingContext request,
            boolean withPassword,
            Optional<String> email,
            Optional<String> to,
            Notice notice,
            List<SignIn.Candidate> companies) {
        return Response.status(notice.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(
                        Templates.signIn(
                                new View(
                                        Theme.of(request),
                                        withPassword,
                                        email.orElse(""),
                                        LocalPath.orStart(to).toString(),
                                        notice,
                                        companies)))
                .build();
    }

    /** Nobody is signed in as somebody else by a form that another site has him send. */
    private static boolean isFromAnotherSite(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Sec-Fetch-Site"))
                .filter(site -> site.equals("cross-site"))
                .isPresent();
    }
}
