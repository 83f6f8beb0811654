package com.learnamp.entra.simulator.control;

import com.learnamp.entra.simulator.faults.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A combination of faults from a seed, each mild enough that patience gets through. */
public final class RandomFaults {

    private RandomFaults() {}

    public static Faults of(long seed) {
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
        return Faults.NONE.with(faults);
    }
}
