package com.learnamp.entra.console.session;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
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

    /**
     * Another one, as safe, for what has no session yet.
     *
     * @param path below which alone browsers send it
     */
    public NewCookie another(String name, String value, String path, Duration lifetime) {
        return cookie(name, value, path, Math.toIntExact(lifetime.toSeconds()));
    }

    private NewCookie cookie(String value, int maxAge) {
        return cookie(NAME, value, "/", maxAge);
    }

    private NewCookie cookie(String name, String value, String path, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(config.secureCookie())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
