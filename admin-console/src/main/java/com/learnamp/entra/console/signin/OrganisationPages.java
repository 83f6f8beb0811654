package com.learnamp.entra.console.signin;

import com.learnamp.entra.console.openid.Begun;
import com.learnamp.entra.console.openid.BegunRequests;
import com.learnamp.entra.console.openid.RedeemCode;
import com.learnamp.entra.console.openid.SignInElsewhere;
import com.learnamp.entra.console.page.ConsoleAddress;
import com.learnamp.entra.console.page.LocalPath;
import com.learnamp.entra.console.session.SessionCookie;
import com.learnamp.entra.console.session.SessionToken;
import com.learnamp.entra.console.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in at the organisation's provider, and coming back; then a new session, as ever. */
@Path("/sign-in/organisation")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class OrganisationPages {

    private static final String HERE = "/sign-in/organisation";
    private static final String COOKIE = "console_sign_in";

    private final Organisation organisation;
    private final SignInElsewhere elsewhere;
    private final RedeemCode redeem;
    private final BegunRequests requests;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ConsoleAddress address;

    OrganisationPages(
            Organisation organisation,
            SignInElsewhere elsewhere,
            RedeemCode redeem,
            BegunRequests requests,
            Sessions sessions,
            SessionCookie cookie,
            ConsoleAddress address) {
        this.organisation = organisation;
        this.elsewhere = elsewhere;
        this.redeem = redeem;
        this.requests = requests;
        this.sessions = sessions;
        this.cookie = cookie;
        this.address = address;
    }

    /**
     * @param company which of several, if somebody has chosen
     */
    @GET
    public Response begin(
            @RestQuery Optional<String> to,
            @RestQuery Optional<String> company,
            RoutingContext request) {
        onlyIfAsked();
        String browser = SessionToken.create();
        Begun.About about =
                new Begun.About.SignIn(LocalPath.orStart(to).toString(), company.orElse(null));
        return elsewhere
                .begin(organisation.provider(), redirect(), browser, false, about)
                .map(there ->
                        Response.seeOther(there)
                                .cookie(browserCookie(browser, BegunRequests.LIFETIME))
                                .build())
                .orElseGet(() -> page(request, to, SignInPage.Notice.UNREACHABLE, List.of()));
    }

    @GET
    @Path("answer")
    public Response answer(
            @RestQuery Optional<String> state,
            @RestQuery Optional<String> code,
            RoutingContext request) {
        onlyIfAsked();
        Optional<Begun> begun =
                state.flatMap(
                        given -> browser(request).flatMap(own -> requests.takeSignIn(given, own)));
        if (begun.isEmpty()
                || !(begun.get().about() instanceof Begun.About.SignIn(String to, String chosen))) {
            return page(request, Optional.empty(), SignInPage.Notice.NOT_BEGUN, List.of());
        }
        return switch (organisation.arrival(
                redeem.redeem(organisation.provider(), redirect(), begun.get(), code.orElse(null)),
                Optional.ofNullable(chosen))) {
            case Organisation.Arrival.SignedIn(SignIn.Outcome outcome) ->
                    signedIn(request, outcome, to);
            case Organisation.Arrival.TurnedAway(SignInPage.Notice notice) ->
                    page(request, Optional.of(to), notice, List.of());
        };
    }

    private Response signedIn(RoutingContext request, SignIn.Outcome outcome, String to) {
        return switch (outcome) {
            case SignIn.Outcome.SignedIn(Sessions.Holder holder) -> {
                SessionCookie.token(request).ifPresent(sessions::close);
                yield Response.seeOther(LocalPath.orStart(Optional.of(to)))
                        .cookie(cookie.of(sessions.open(holder)))
                        .cookie(browserCookie("", Duration.ZERO))
                        .build();
            }
            case SignIn.Outcome.ChooseCompany(List<SignIn.Candidate> candidates) ->
                    page(request, Optional.of(to), SignInPage.Notice.CHOOSE, candidates);
            case SignIn.Outcome.Refused refused ->
                    page(request, Optional.of(to), SignInPage.Notice.NOT_KNOWN, List.of());
        };
    }

    private static Response page(
            RoutingContext request,
            Optional<String> to,
            SignInPage.Notice notice,
            List<SignIn.Candidate> companies) {
        return SignInPage.page(request, false, Optional.empty(), to, notice, companies);
    }

    private void onlyIfAsked() {
        if (!organisation.isAsked()) {
            throw new NotFoundException();
        }
    }

    private URI redirect() {
        return address.of(HERE + "/answer");
    }

    private NewCookie browserCookie(String value, Duration lifetime) {
        return cookie.another(COOKIE, value, HERE, lifetime);
    }

    private static Optional<String> browser(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(COOKIE)).map(Cookie::getValue);
    }
}
