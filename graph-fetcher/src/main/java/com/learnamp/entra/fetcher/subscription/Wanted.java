package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.contracts.ClientState;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.graph.GraphSubscription;
import com.learnamp.entra.graph.SubscriptionRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * A subscription as it should be. Graph never tells a client state, but it follows from the key's
 * id in the URL: so a subscription with exactly our URLs is ours, and one with others can't be
 * trusted.
 */
record Wanted(
        EntraTenantId tenant,
        Resource resource,
        URI notificationUrl,
        URI lifecycleUrl,
        String clientState) {

    /** Directory objects know no {@code created}: an update covers it. */
    static final String CHANGE_TYPE = "updated,deleted";

    Wanted {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(notificationUrl, "notificationUrl");
        Objects.requireNonNull(lifecycleUrl, "lifecycleUrl");
        Objects.requireNonNull(clientState, "clientState");
    }

    static Wanted of(URI base, SigningKeys.Key key, EntraTenantId tenant, Resource resource) {
        return new Wanted(
                tenant,
                resource,
                url(base, "notifications", key, resource),
                url(base, "lifecycle", key, resource),
                ClientState.of(key.secret(), key.id(), tenant, resource.text()));
    }

    SubscriptionRequest request(Instant expiration) {
        return new SubscriptionRequest(
                resource.path(),
                CHANGE_TYPE,
                notificationUrl,
                lifecycleUrl,
                clientState,
                expiration);
    }

    boolean isAbout(GraphSubscription found) {
        return resource.isNamed(found.resource());
    }

    boolean isMetBy(GraphSubscription found) {
        return isAbout(found)
                && notificationUrl.toString().equals(found.notificationUrl())
                && lifecycleUrl.toString().equals(found.lifecycleNotificationUrl());
    }

    private static URI url(URI base, String kind, SigningKeys.Key key, Resource resource) {
        String root = base.toString().replaceAll("/+$", "");
        return URI.create(
                root
                        + "/graph/"
                        + kind
                        + "?"
                        + ClientState.KEY_PARAMETER
                        + "="
                        + URLEncoder.encode(key.id(), StandardCharsets.UTF_8)
                        + "&"
                        + ClientState.RESOURCE_PARAMETER
                        + "="
                        + resource.text());
    }

    /** Without the client state, which is what proves a notification. */
    @Override
    public String toString() {
        return "Wanted[" + tenant + " " + resource + "]";
    }
}
