package com.learnamp.entra.simulator.login;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way back to the app. */
final class Redirect {

    private Redirect() {}

    /** Sends the browser to the app's address with the answer and the app's own state. */
    static String back(RoutingContext context, MultiMap form, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        String state = form.get("state");
        if (state != null) {
            all.put("state", state);
        }
        StringBuilder target = new StringBuilder(uri(form));
        char separator = target.indexOf("?") < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            target.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        context.response().setStatusCode(302).putHeader("Location", target.toString());
        return "";
    }

    static String uri(MultiMap parameters) {
        String uri = parameters.get("redirect_uri");
        if (uri == null || !(uri.startsWith("http://") || uri.startsWith("https://"))) {
            throw LoginProblem.missing("redirect_uri");
        }
        return uri;
    }

    static Map<String, String> map(MultiMap parameters) {
        Map<String, String> map = new LinkedHashMap<>();
        parameters.forEach((name, value) -> map.put(name, value));
        return map;
    }
}
