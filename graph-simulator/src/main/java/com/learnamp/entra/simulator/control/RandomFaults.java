package com.learnamp.entra.simulator.control;

import com.learnamp.entra.simulator.faults.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A combination of faults from a seed: any of them may be in it. Most are mild enough that patience
 * gets through; about one combination in six also has something that lasts until it is mended.
 */
public final class RandomFaults {

    private static final int SELDOM = 24;

    private RandomFaults() {}

    /**
     * @param group of the tenant, which may be forbidden or vanish
     */
    public static Faults of(long seed, String group) {
        Random random = new Random(seed);
        Map<String, @Nullable Object> faults = new LinkedHashMap<>();
        faults.put("seed", seed);
        for (String rate :
                List.of(
                        "throttleRate",
                        "batchThrottleRate",
                        "errorRate",
                        "dropRate",
                        "slowRate",
                        "lostPageTokenRate",
                        "deltaExpiryRate",
                        "deltaRepeatRate",
                        "deltaEmptyPageRate",
                        "notificationLossRate",
                        "notificationLateRate",
                        "notificationTwiceRate",
                        "notificationShuffleRate")) {
            if (random.nextInt(3) == 0) {
                faults.put(rate, Math.round(random.nextDouble() * 25) / 100.0);
            }
        }
        faults.put("retryAfterSeconds", 0.1 + random.nextInt(20) / 10.0);
        faults.put(
                "retryAfterForm",
                List.of("decimal", "whole", "date", "none").get(random.nextInt(4)));
        faults.put("slowMillis", 100 + random.nextInt(1_000));
        faults.put("notificationLateMillis", 500 + random.nextInt(5_000));
        faults.put("retriedPageTokensBreak", random.nextInt(3) == 0);
        if (random.nextInt(2) == 0) {
            faults.put(
                    "replicaLagMillis", List.of(0, random.nextInt(1_000), random.nextInt(4_000)));
        }
        if (random.nextInt(4) == 0) {
            faults.put("tokenLifetimeSeconds", 2 + random.nextInt(20));
        }
        if (random.nextInt(4) == 0) {
            faults.put("emptyListingRate", 0.1);
        }
        putWhatTakesTurns(faults, random);
        putWhatLasts(faults, random, group);
        if (random.nextInt(10) == 0) {
            faults.put("missingAttributes", List.of("employeeId"));
        }
        return Faults.NONE.with(faults);
    }

    private static void putWhatTakesTurns(Map<String, @Nullable Object> faults, Random random) {
        faults.put(
                "deltaExpiryForm",
                List.of("unsupportedQuery", "syncStateNotFound", "gone", "resyncRequired", "any")
                        .get(random.nextInt(5)));
        faults.put("notificationDelayMillis", 100 + random.nextInt(2_000));
        if (random.nextInt(3) == 0) {
            faults.put("eventualLagMillis", random.nextInt(4_000));
        }
        if (random.nextInt(4) == 0) {
            faults.put("truncatedListingRate", 0.1);
        }
        if (random.nextInt(4) == 0) {
            faults.put("endpoint", List.of("healthy", "slow", "drop").get(random.nextInt(3)));
        }
        if (random.nextInt(6) == 0) {
            faults.put("subscriptionQuota", random.nextInt(2));
        }
        if (random.nextInt(6) == 0) {
            faults.put("resourceUnits", 60 + random.nextInt(200));
        }
    }

    private static void putWhatLasts(
            Map<String, @Nullable Object> faults, Random random, String group) {
        faults.put("throttleEverything", random.nextInt(SELDOM) == 0);
        faults.put("secretExpired", random.nextInt(SELDOM) == 0);
        if (random.nextInt(SELDOM) == 0) {
            faults.put("forbiddenGroups", List.of(group));
        }
        if (random.nextInt(SELDOM) == 0) {
            faults.put("vanishedGroups", List.of(group));
        }
    }
}
