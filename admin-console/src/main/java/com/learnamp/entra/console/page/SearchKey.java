package com.learnamp.entra.console.page;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Whether "/" leads to the search; a cookie remembers where it was switched off. */
final class SearchKey {

    static final String COOKIE = "search_key";
    static final String OFF = "off";

    private SearchKey() {}

    static boolean isOn(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(OFF::equals)
                .isEmpty();
    }
}
