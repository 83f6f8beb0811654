package com.learnamp.entra.stack.faults;

import com.learnamp.entra.stack.faults.Event.Churn;
import com.learnamp.entra.stack.faults.Event.Deed;
import com.learnamp.entra.stack.faults.Event.GroupTrouble;
import com.learnamp.entra.stack.faults.Event.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What goes wrong for one tenant, moment by moment. The seed says all of it, so that any schedule
 * can be repeated.
 *
 * @param people in the group at first
 * @param stormyStart whether the first sync meets the first moment's weather already
 */
record Schedule(long seed, int people, boolean stormyStart, List<Moment> moments) {

    private static final int MOST_CHANGES = 10;

    /** Severe, so for a moment only: the next weather ends it. */
    private static final List<Map<String, Object>> SEVERE =
            List.of(
                    Map.of("throttleEverything", true),
                    Map.of("secretExpired", true),
                    Map.of("emptyListingRate", 0.6),
                    Map.of("truncatedListingRate", 0.6),
                    Map.of("notificationLossRate", 1.0),
                    Map.of("endpoint", "drop"),
                    Map.of("endpoint", "slow"),
                    Map.of("subscriptionQuota", 0),
                    Map.of("resourceUnits", 40),
                    Map.of("dropRate", 0.7),
                    Map.of("errorRate", 0.7),
                    Map.of("notificationDelayMillis", 6_000));

    /**
     * @param events one after another, without a pause
     * @param pause before the next moment
     */
    record Moment(List<Event> events, Duration pause) {
        Moment {
            events = List.copyOf(events);
        }
    }

    Schedule {
        moments = List.copyOf(moments);
    }

    static Schedule of(long seed) {
        // The generator of the standard library whose numbers are promised never to change.
        Random random = new Random(seed);
        int people = 40 + random.nextInt(21);
        boolean stormyStart = random.nextInt(3) == 0;
        List<Moment> moments = new ArrayList<>();
        int count = 6 + random.nextInt(4);
        for (int number = 0; number < count; number++) {
            moments.add(moment(random, number == 0));
        }
        return new Schedule(seed, people, stormyStart, moments);
    }

    private static Moment moment(Random random, boolean first) {
        List<Event> events = new ArrayList<>();
        if (first || random.nextInt(2) == 0) {
            events.add(weather(random));
        }
        events.add(new Churn(1 + random.nextInt(MOST_CHANGES), random.nextInt()));
        if (random.nextInt(5) < 3) {
            events.add(Deed.values()[random.nextInt(Deed.values().length)]);
            events.add(new Churn(1 + random.nextInt(MOST_CHANGES), random.nextInt()));
        }
        return new Moment(events, Duration.ofMillis(500 + random.nextInt(3_000)));
    }

    private static Weather weather(Random random) {
        long seed = random.nextInt();
        Map<String, Object> severe =
                random.nextInt(3) == 0 ? SEVERE.get(random.nextInt(SEVERE.size())) : Map.of();
        GroupTrouble group =
                switch (random.nextInt(12)) {
                    case 0 -> GroupTrouble.FORBIDDEN;
                    case 1 -> GroupTrouble.VANISHED;
                    default -> GroupTrouble.NONE;
                };
        return new Weather(seed, severe, group);
    }

    int changes() {
        return moments.stream()
                .flatMap(moment -> moment.events().stream())
                .mapToInt(event -> event instanceof Churn churn ? churn.changes() : 0)
                .sum();
    }
}
