package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import com.learnamp.entra.graph.RequestTag.Link;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of what Graph's refusals mean. */
final class GraphFailures {

    private static final int LONGEST_QUOTE = 200;

    private static final Pattern UNKNOWN_ATTRIBUTE =
            Pattern.compile("Could not find a property named '([A-Za-z0-9_]+)'");

    private GraphFailures() {}

    static GraphException sort(FailedAnswer answer) {
        Category category = category(answer);
        GraphException failure =
                new GraphException(
                                category,
                                message(category, answer),
                                null,
                                answer.retryAfter(),
                                null)
                        .ofCodes(answer.codes());
        return unknownAttribute(answer).map(failure::ofUnknownAttribute).orElse(failure);
    }

    private static Optional<String> unknownAttribute(FailedAnswer answer) {
        String message = answer.message();
        return answer.status() == 400 && message != null
                ? UNKNOWN_ATTRIBUTE
                        .matcher(message)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                : Optional.empty();
    }

    static Category category(FailedAnswer answer) {
        Link link = answer.tag().link();
        if (link == Link.DELTA && deltaExpired(answer)) {
            return Category.RESYNC_REQUIRED;
        }
        if (link == Link.PAGE && pageLost(answer)) {
            return Category.PAGE_LOST;
        }
        return switch (answer.status()) {
            case 400 -> endpointRefused(answer) ? Category.ENDPOINT_REFUSED : Category.REFUSED;
            case 401 -> Category.TOKEN_REFUSED;
            case 403 -> denied(answer);
            case 404 -> Category.NOT_FOUND;
            case 409 -> Category.ALREADY_EXISTS;
            case 429 -> Category.THROTTLED;
            case 408, 424, 500, 502, 503, 504, 509 -> Category.UNAVAILABLE;
            default -> other(answer.status());
        };
    }

    private static Category other(int status) {
        if (status < 400) {
            return Category.MALFORMED;
        }
        return status > 504 ? Category.UNAVAILABLE : Category.REFUSED;
    }

    /**
     * The documented forms, and the one that is seen: 400 "DeltaLink older than 30 days is not
     * supported."; a link that asks for an attribute which is gone; and a lost page of a round,
     * since the link that began the round is no longer kept.
     */
    private static boolean deltaExpired(FailedAnswer answer) {
        return answer.status() == 410
                || (answer.status() == 400 && answer.says("Request_UnsupportedQuery"))
                || unknownAttribute(answer).isPresent()
                || answer.says("syncStateNotFound", "resyncRequired")
                || tokenLost(answer);
    }

    /** Graph made the link, so a bad request can only mean that it no longer knows it. */
    private static boolean pageLost(FailedAnswer answer) {
        return answer.status() == 400 || answer.status() == 410 || tokenLost(answer);
    }

    private static boolean tokenLost(FailedAnswer answer) {
        return answer.status() < 500
                && (answer.mentions("pagetoken") || answer.mentions("skiptoken"));
    }

    private static Category denied(FailedAnswer answer) {
        if (answer.says("insufficient_claims")) {
            return Category.TOKEN_REFUSED; // It is the token that lacks something, not the app.
        }
        return consentMissing(answer) ? Category.CONSENT_MISSING : Category.FORBIDDEN;
    }

    private static boolean consentMissing(FailedAnswer answer) {
        return answer.says(
                "Authorization_RequestDenied",
                "Authorization_IdentityNotFound",
                "ErrorAccessDenied");
    }

    /** One code for every bad subscription, so here the message has to tell. */
    private static boolean endpointRefused(FailedAnswer answer) {
        String message = answer.message();
        return answer.tag().kind() == RequestKind.SUBSCRIPTION
                && message != null
                && message.toLowerCase(Locale.ROOT).contains("validation request");
    }

    private static String message(Category category, FailedAnswer answer) {
        return advice(category, answer) + trace(answer);
    }

    private static String advice(Category category, FailedAnswer answer) {
        return switch (category) {
            case THROTTLED ->
                    "Microsoft Graph asks us to slow down; the request is repeated later by itself.";
            case UNAVAILABLE ->
                    "Microsoft Graph is not working properly at the moment (HTTP "
                            + answer.status()
                            + "); the request is repeated later by itself.";
            case CONSENT_MISSING ->
                    "Microsoft Graph refuses this: an administrator of the tenant has not consented"
                            + " to the app's permissions, or has withdrawn the consent. Open the consent link again; new"
                            + " consent may take some minutes to count.";
            case FORBIDDEN -> forbidden(answer);
            case TOKEN_REFUSED ->
                    "Microsoft Graph does not accept the access token of this tenant. Check that the"
                            + " app is enabled in the tenant (Enterprise applications) and that Graph and login addresses"
                            + " belong to the same cloud.";
            case NOT_FOUND ->
                    "Microsoft Graph does not know this object. Check the id; something made a moment ago"
                            + " may take some minutes to appear.";
            case ALREADY_EXISTS -> "Microsoft Graph already has this.";
            case ENDPOINT_REFUSED ->
                    "Microsoft Graph could not reach our notification address. It must be a public"
                            + " https address that answers within ten seconds: check WEBHOOK_BASE_URL, DNS and firewall.";
            case PAGE_LOST ->
                    "Microsoft Graph lost its place in the listing; the listing is begun anew by itself.";
            case RESYNC_REQUIRED ->
                    "Microsoft Graph no longer knows how far we had read; everything is listed anew"
                            + " by itself.";
            case MALFORMED ->
                    "Microsoft Graph answered with HTTP "
                            + answer.status()
                            + ", which leads nowhere."
                            + " Check the Graph address and any proxy on the way.";
            default ->
                    "Microsoft Graph refuses the request (HTTP "
                            + answer.status()
                            + ")"
                            + quote(answer)
                            + ". If attributes were chosen for custom fields, check their names.";
        };
    }

    private static String forbidden(FailedAnswer answer) {
        if (answer.tag().kind() == RequestKind.SUBSCRIPTION) {
            return "Microsoft Graph refuses the subscription"
                    + quote(answer)
                    + ". Either the consent lacks"
                    + " User.Read.All or Group.Read.All, or the tenant has too many subscriptions.";
        }
        return "Microsoft Graph refuses this"
                + quote(answer)
                + ". A policy or licence of the tenant may forbid it:"
                + " ask the tenant's administrator.";
    }

    /**
     * Where only Graph knows what is wrong, in its words: our requests hold ids and names of
     * attributes alone.
     */
    private static String quote(FailedAnswer answer) {
        String message = answer.message();
        if (message == null || message.isBlank()) {
            return "";
        }
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        return ": \""
                + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line)
                + "\"";
    }

    private static String trace(FailedAnswer answer) {
        StringBuilder trace = new StringBuilder();
        if (!answer.codes().isEmpty()) {
            trace.append(" Code ").append(answer.codes().getFirst());
        }
        if (answer.requestId() != null) {
            trace.append(trace.isEmpty() ? " " : ", ")
                    .append("request-id ")
                    .append(answer.requestId());
        }
        return trace.isEmpty() ? "" : trace.append('.').toString();
    }
}
