package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * The table of what Entra's login says when it gives no token. It is known by its AADSTS codes
 * alone.
 */
final class LoginFailures {

    private static final Pattern AADSTS = Pattern.compile("AADSTS[0-9]+");

    /** What a loop of identical requests is told to wait; the code comes without a time. */
    private static final Duration BUSY = Duration.ofSeconds(60);

    private LoginFailures() {}

    static GraphException sort(RuntimeException thrown) {
        return Causes.find(thrown, GraphException.class).orElseGet(() -> sorted(thrown));
    }

    private static GraphException sorted(RuntimeException thrown) {
        String code = code(thrown);
        Category category = category(code, thrown);
        Duration retryAfter = category == Category.THROTTLED ? BUSY : null;
        String trace = code.isEmpty() ? "" : " Code " + code + ".";
        return new GraphException(
                category,
                advice(category, thrown) + trace,
                code.isEmpty() ? null : code,
                retryAfter,
                thrown);
    }

    private static Category category(String code, RuntimeException thrown) {
        return switch (code) {
            case "AADSTS7000215", "AADSTS7000216", "AADSTS7000218" -> Category.SECRET_WRONG;
            case "AADSTS7000222" -> Category.SECRET_EXPIRED;
            case "AADSTS700016" -> Category.APP_UNKNOWN;
            case "AADSTS90002", "AADSTS900023", "AADSTS90005", "AADSTS900021" ->
                    Category.TENANT_UNKNOWN;
            case "AADSTS65001", "AADSTS7000229", "AADSTS650052" -> Category.CONSENT_MISSING;
            case "AADSTS50196", "AADSTS90055" -> Category.THROTTLED;
            case "AADSTS90006", "AADSTS90012", "AADSTS90024", "AADSTS90033", "AADSTS90038" ->
                    Category.UNAVAILABLE;
            case "" -> uncoded(thrown);
            default -> Category.FORBIDDEN;
        };
    }

    private static Category uncoded(RuntimeException thrown) {
        return Causes.find(thrown, IOException.class).isPresent()
                ? Category.UNAVAILABLE
                : Category.MALFORMED;
    }

    private static String code(RuntimeException thrown) {
        List<String> codes =
                Causes.of(thrown)
                        .map(Throwable::getMessage)
                        .filter(Objects::nonNull)
                        .flatMap(message -> AADSTS.matcher(message).results())
                        .map(MatchResult::group)
                        .toList();
        return codes.isEmpty() ? "" : codes.getFirst();
    }

    private static String advice(Category category, RuntimeException thrown) {
        return switch (category) {
            case SECRET_WRONG ->
                    "Microsoft Entra does not accept the client secret. Enter the secret's value (not its"
                            + " id) from the app registration, under Certificates & secrets.";
            case SECRET_EXPIRED ->
                    "The client secret has expired. Make a new one in the app registration, under"
                            + " Certificates & secrets, and enter its value.";
            case APP_UNKNOWN ->
                    "The tenant does not know this app: an administrator of the tenant has to open the"
                            + " consent link first. If that was done, check the client id.";
            case TENANT_UNKNOWN ->
                    "Microsoft Entra knows no such tenant. Check the tenant id: it is on the overview"
                            + " page of Microsoft Entra ID.";
            case CONSENT_MISSING ->
                    "An administrator of the tenant has not consented to the app, or has withdrawn the"
                            + " consent. Open the consent link again.";
            case THROTTLED ->
                    "Microsoft Entra's login asks us to slow down; the request is repeated later by itself.";
            case UNAVAILABLE -> unavailable(thrown);
            case FORBIDDEN ->
                    "Microsoft Entra refuses to let the app in. Check that it is enabled in the tenant"
                            + " (Enterprise applications) and that no Conditional Access policy for apps shuts it out.";
            default ->
                    "Microsoft Entra's login answers in a way that can't be understood. Check the login address and"
                            + " any proxy on the way.";
        };
    }

    private static String unavailable(RuntimeException thrown) {
        if (Causes.find(thrown, SSLException.class).isPresent()) {
            return "The login's certificate is not trusted. If the login address is right, name the PEM file of its"
                    + " certificate authority (GRAPH_LOGIN_CA).";
        }
        return "Microsoft Entra's login can't be reached. Check the login address, DNS and"
                + " firewall; the request is repeated later by itself.";
    }
}
