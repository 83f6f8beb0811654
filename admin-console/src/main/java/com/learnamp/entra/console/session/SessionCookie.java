package com.learnamp.entra.console.session;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** The cookie that names the session: out of reach for scripts and for other sites' forms. */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "console_session";

    private final SessionConfig config;

    SessionCookie(SessionConfig config) {
        this.config = config;
    }

    public static Optional<String> token(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(NAME))
                .map(io.vertx.core.http.Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    public NewCookie of(String token) {
        return cookie(token, Math.toIntExact(config.lifetime().toSeconds()));
    }

    /** Takes it away. */
    public NewCookie none() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(config.secureCookie())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
