package com.learnamp.entra.simulator.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in a tenant. Rates are between 0 (never) and 1 (always); everything is decided by
 * the seed, see {@link Chance}. All of it may be on at once.
 *
 * @param throttleRate share of requests answered 429
 * @param batchThrottleRate share of steps within a $batch answered 429
 * @param throttleEverything every request answered 429
 * @param retryAfterSeconds what the 429 says
 * @param retryAfterForm decimal, whole, date or none
 * @param errorRate share of requests answered 500, 502, 503 or 504
 * @param dropRate share of requests whose connection is closed without an answer
 * @param slowRate share of requests answered only after slowMillis
 * @param replicaLagMillis one replica for each number, that many milliseconds behind
 * @param eventualLagMillis how much older reads with ConsistencyLevel eventual are
 * @param lostPageTokenRate share of nextLinks that can't be followed, however often it is tried
 * @param retriedPageTokensBreak whether a nextLink from a repeated request can't be followed
 * @param deltaExpiryRate share of delta links that have expired
 * @param deltaExpiryForm unsupportedQuery, syncStateNotFound, gone, resyncRequired, or any
 * @param deltaRepeatRate share of the objects of a delta round that appear twice
 * @param deltaEmptyPageRate share of delta pages that are empty although more follow
 * @param notificationDelayMillis how late every notification is
 * @param notificationLossRate share of notifications never sent
 * @param notificationLateRate share sent only after notificationLateMillis more
 * @param notificationTwiceRate share sent twice
 * @param notificationShuffleRate share of posts whose notifications are out of order
 * @param endpoint measured (by its own answers), healthy, slow or drop
 * @param emptyListingRate share of member listings that are empty though the group is not
 * @param truncatedListingRate share of member pages that end the listing too early
 * @param forbiddenGroups ids of groups that answer 403
 * @param vanishedGroups ids of groups that answer 404
 * @param missingAttributes names of attributes that the tenant does not know any more
 * @param secretExpired whether the app's secret has expired
 * @param tokenLifetimeSeconds how long an access token is good for
 * @param subscriptionQuota subscriptions for each app and tenant
 * @param resourceUnits for ten seconds; 0 for what the size of the tenant gives
 */
public record Faults(
        long seed,
        double throttleRate,
        double batchThrottleRate,
        boolean throttleEverything,
        double retryAfterSeconds,
        String retryAfterForm,
        double errorRate,
        double dropRate,
        double slowRate,
        long slowMillis,
        List<Long> replicaLagMillis,
        long eventualLagMillis,
        double lostPageTokenRate,
        boolean retriedPageTokensBreak,
        double deltaExpiryRate,
        String deltaExpiryForm,
        double deltaRepeatRate,
        double deltaEmptyPageRate,
        long notificationDelayMillis,
        double notificationLossRate,
        double notificationLateRate,
        long notificationLateMillis,
        double notificationTwiceRate,
        double notificationShuffleRate,
        String endpoint,
        double emptyListingRate,
        double truncatedListingRate,
        List<String> forbiddenGroups,
        List<String> vanishedGroups,
        List<String> missingAttributes,
        boolean secretExpired,
        long tokenLifetimeSeconds,
        int subscriptionQuota,
        long resourceUnits) {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Graph on a good day: delta still repeats itself a little, as it always does. */
    public static final Faults NONE =
            new Faults(
                    1,
                    0,
                    0,
                    false,
                    2.128,
                    "decimal",
                    0,
                    0,
                    0,
                    2_000,
                    List.of(),
                    0,
                    0,
                    false,
                    0,
                    "any",
                    0.02,
                    0.02,
                    300,
                    0,
                    0,
                    5_000,
                    0,
                    0,
                    "measured",
                    0,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    3_599,
                    100,
                    0);

    public Faults {
        replicaLagMillis = List.copyOf(replicaLagMillis);
        forbiddenGroups = List.copyOf(forbiddenGroups);
        vanishedGroups = List.copyOf(vanishedGroups);
        missingAttributes = List.copyOf(missingAttributes);
    }

    /**
     * These faults with some of them changed, each by its name.
     *
     * @throws IllegalArgumentException on an unknown name or a value of the wrong type
     */
    public Faults with(Map<String, ? extends @Nullable Object> changes) {
        ObjectNode merged = JSON.valueToTree(this);
        for (String name : changes.keySet()) {
            if (!merged.has(name)) {
                throw new IllegalArgumentException("no fault is called " + name);
            }
        }
        merged.setAll((ObjectNode) JSON.valueToTree(changes));
        return JSON.convertValue(merged, Faults.class);
    }
}
