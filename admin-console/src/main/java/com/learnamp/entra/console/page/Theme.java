package com.learnamp.entra.console.page;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** How bright the pages are; a cookie remembers it. */
public enum Theme {
    LIGHT("light"),
    DARK("dark");

    static final String COOKIE = "theme";

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isDark() {
        return this == DARK;
    }

    static Theme ofWord(String word) {
        return word.equals(DARK.word) ? DARK : LIGHT;
    }

    public static Theme of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .map(Theme::ofWord)
                .orElse(LIGHT);
    }
}
