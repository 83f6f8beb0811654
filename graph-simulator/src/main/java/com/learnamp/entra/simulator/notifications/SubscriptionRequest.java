package com.learnamp.entra.simulator.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the wish for a subscription, and refuses what Graph refuses. */
final class SubscriptionRequest {

    static final Duration LONGEST = Duration.ofMinutes(41_760);
    static final Duration SHORTEST = Duration.ofMinutes(45);

    private static final int LONGEST_CLIENT_STATE = 128;
    private static final Set<String> CHANGE_TYPES = Set.of("created", "updated", "deleted");
    private static final Pattern RESOURCE =
            Pattern.compile("users(/[^/?]+)?|groups(/[^/?]+(/owners|/members)?)?");

    private SubscriptionRequest() {}

    static Subscription read(JsonNode body, String clientId, Instant now) {
        String changeType = changeType(required(body, "changeType"));
        String written = required(body, "resource");
        String resource = written.replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        if (!RESOURCE.matcher(resource).matches()) {
            throw SubscriptionProblem.invalid("Resource '" + written + "' is not supported.");
        }
        String clientState = text(body, "clientState");
        if (clientState != null && clientState.length() > LONGEST_CLIENT_STATE) {
            throw SubscriptionProblem.invalid("clientState exceeds the maximum length of 128.");
        }
        String lifecycle = text(body, "lifecycleNotificationUrl");
        String tls = text(body, "latestSupportedTlsVersion");
        return new Subscription(
                UUID.randomUUID().toString(),
                clientId,
                changeType,
                resource,
                written,
                url(required(body, "notificationUrl")),
                lifecycle == null ? null : url(lifecycle),
                clientState,
                expiration(required(body, "expirationDateTime"), now),
                tls == null ? "v1_2" : tls,
                null,
                false);
    }

    /** At most 41 760 minutes; less than 45 is raised without a word. */
    static Instant expiration(String text, Instant now) {
        Instant wanted;
        try {
            wanted = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw SubscriptionProblem.invalid("expirationDateTime is not valid.");
        }
        if (!wanted.isAfter(now)) {
            throw SubscriptionProblem.invalid(
                    "Subscription expiration must be in the future: " + text);
        }
        // A little more is let through: the client's clock may be ahead of ours.
        if (wanted.isAfter(now.plus(LONGEST).plusSeconds(30))) {
            throw SubscriptionProblem.invalid(
                    "Subscription expiration can only be 41760 minutes in the future.");
        }
        Instant least = now.plus(SHORTEST);
        return wanted.isBefore(least) ? least : wanted;
    }

    static String url(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below
        }
        throw SubscriptionProblem.invalid("The notification URL '" + text + "' is not valid.");
    }

    /** Created alone was never served for users and groups; with others it is accepted. */
    private static String changeType(String text) {
        String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
        if (!CHANGE_TYPES.containsAll(Arrays.asList(compact.split(",")))
                || compact.equals("created")) {
            throw SubscriptionProblem.invalid("Invalid 'changeType' attribute: '" + text + "'.");
        }
        return compact;
    }

    private static String required(JsonNode body, String field) {
        String text = text(body, field);
        if (text == null || text.isBlank()) {
            throw SubscriptionProblem.invalid("The property '" + field + "' is required.");
        }
        return text;
    }

    static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.path(field).asText() : null;
    }
}
