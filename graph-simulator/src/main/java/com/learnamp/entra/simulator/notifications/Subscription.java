package com.learnamp.entra.simulator.notifications;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promise to tell an app about changes.
 *
 * @param resource without a slash in front
 * @param reauthorizedAt when it was last reauthorised without being extended
 * @param broken whether its state was spoilt: it stays to be seen, and never tells anything again
 */
public record Subscription(
        String id,
        String clientId,
        String changeType,
        String resource,
        String writtenResource,
        String notificationUrl,
        @Nullable String lifecycleNotificationUrl,
        @Nullable String clientState,
        Instant expires,
        String latestSupportedTlsVersion,
        @Nullable Instant reauthorizedAt,
        boolean broken) {

    boolean covers(String changed) {
        return List.of(changeType.split(",")).contains(changed);
    }

    Subscription renewed(Instant until, String url, boolean spoilt) {
        return new Subscription(
                id,
                clientId,
                changeType,
                resource,
                writtenResource,
                url,
                lifecycleNotificationUrl,
                clientState,
                until,
                latestSupportedTlsVersion,
                reauthorizedAt,
                spoilt);
    }

    Subscription reauthorized(Instant at) {
        return new Subscription(
                id,
                clientId,
                changeType,
                resource,
                writtenResource,
                notificationUrl,
                lifecycleNotificationUrl,
                clientState,
                expires,
                latestSupportedTlsVersion,
                at,
                broken);
    }

    /** As Graph shows it; the client state only ever to the answer of its creation. */
    public Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("resource", writtenResource);
        shown.put("applicationId", clientId);
        shown.put("changeType", changeType);
        shown.put("clientState", clientState);
        shown.put("notificationUrl", notificationUrl);
        shown.put("notificationQueryOptions", null);
        shown.put("lifecycleNotificationUrl", lifecycleNotificationUrl);
        shown.put("expirationDateTime", expires.toString());
        shown.put("creatorId", clientId);
        shown.put("includeResourceData", null);
        shown.put("latestSupportedTlsVersion", latestSupportedTlsVersion);
        shown.put("encryptionCertificate", null);
        shown.put("encryptionCertificateId", null);
        shown.put("notificationUrlAppId", null);
        return shown;
    }
}
