package com.learnamp.entra.simulator.notifications;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Chance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Graph says about a change, in the shapes that it really uses. */
final class Notification {

    private static final DateTimeFormatter EVENT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXPIRATION =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSxxx")
                    .withZone(ZoneOffset.UTC);
    private static final long TICKS_BEFORE_1970 = 621_355_968_000_000_000L;

    /** One in so many comes without time and number. */
    private static final double BARE = 0.05;

    private Notification() {}

    /** The change as subscribers see it; empty for what Graph never tells of. */
    static Optional<String> changeType(Change change) {
        return switch (change.action()) {
            case CREATED, UPDATED, DELETED, RESTORED -> Optional.of("updated");
            case MANAGER_SET, MANAGER_CLEARED, MEMBER_ADDED, MEMBER_REMOVED ->
                    Optional.of("updated");
            case PURGED -> Optional.of("deleted");
            case PHOTO_SET, PHOTO_REMOVED -> Optional.empty();
        };
    }

    static boolean concerns(Subscription subscription, Change change) {
        String[] path = subscription.resource().split("/");
        boolean kind =
                path[0].equals("users")
                        ? change.kind() == ObjectKind.USER
                        : change.kind() == ObjectKind.GROUP;
        boolean members = path.length < 3 || isMembership(change);
        return kind && members && (path.length < 2 || path[1].equals(change.objectId()));
    }

    static Map<String, @Nullable Object> of(
            Change change, String changeType, Subscription subscription, String tenantId) {
        boolean user = change.kind() == ObjectKind.USER;
        String path = (user ? "Users/" : "Groups/") + change.objectId();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@odata.type", user ? "#Microsoft.Graph.User" : "#Microsoft.Graph.Group");
        data.put("@odata.id", path);
        data.put("id", change.objectId());
        data.put("organizationId", tenantId);
        if (!Chance.strikes(BARE, change.sequence(), "bare", tenantId)) {
            data.put("eventTime", EVENT_TIME.format(change.at()));
            data.put("sequenceNumber", sequenceNumber(change));
        }
        if (isMembership(change)) {
            data.put("members@delta", List.of(member(change)));
        }
        Map<String, @Nullable Object> notification = new LinkedHashMap<>();
        notification.put("changeType", changeType);
        notification.put("clientState", subscription.clientState());
        notification.put("resource", path);
        notification.put("resourceData", data);
        notification.put(
                "subscriptionExpirationDateTime", EXPIRATION.format(subscription.expires()));
        notification.put("subscriptionId", subscription.id());
        notification.put("tenantId", tenantId);
        return notification;
    }

    static Map<String, @Nullable Object> reauthorization(
            Subscription subscription, String tenantId) {
        Map<String, @Nullable Object> notification = new LinkedHashMap<>();
        notification.put("subscriptionId", subscription.id());
        notification.put(
                "subscriptionExpirationDateTime", EXPIRATION.format(subscription.expires()));
        notification.put("tenantId", tenantId);
        notification.put("clientState", subscription.clientState());
        notification.put("lifecycleEvent", "reauthorizationRequired");
        return notification;
    }

    /** Ticks of a tenth of a microsecond since the year 1: more than a double can hold. */
    private static long sequenceNumber(Change change) {
        Instant at = change.at();
        return TICKS_BEFORE_1970
                + at.getEpochSecond() * 10_000_000L
                + at.getNano() / 100
                + change.sequence() % 1_000;
    }

    private static boolean isMembership(Change change) {
        return change.action() == Change.Action.MEMBER_ADDED
                || change.action() == Change.Action.MEMBER_REMOVED;
    }

    /** Here, unlike in delta, the removal is a bare word. */
    private static Map<String, String> member(Change change) {
        String id = Objects.requireNonNull(change.otherId());
        return change.action() == Change.Action.MEMBER_ADDED
                ? Map.of("id", id)
                : new LinkedHashMap<>(Map.of("id", id, "@removed", "deleted"));
    }
}
