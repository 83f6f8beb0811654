package com.learnamp.entra.simulator.tenants;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What each app has used in this tenant within the last seconds: resource units, or requests of one
 * kind. Refused requests count too, as Graph warns.
 */
public final class Budget {

    /**
     * @param used share of the limit, this request included; above 1 the request is refused
     * @param untilFree how long until what was used first is forgotten
     */
    public record Charge(int resourceUnits, double used, Duration untilFree) {
        public boolean exceeded() {
            return used > 1;
        }
    }

    private record Use(Instant at, int resourceUnits) {}

    private static final class Window {
        private final Deque<Use> uses = new ArrayDeque<>();
        private long sum;
    }

    private final InstantSource clock;
    private final Duration window;
    private final Map<String, Window> windows = new HashMap<>();

    Budget(InstantSource clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** Units for ten seconds by the size of the tenant. */
    public static long limitFor(int people) {
        return people < 50 ? 3_500 : people <= 500 ? 5_000 : 8_000;
    }

    public synchronized Charge charge(String clientId, int resourceUnits, long limit) {
        Instant now = clock.instant();
        Window uses = windows.computeIfAbsent(clientId, any -> new Window());
        forget(uses, now.minus(window));
        uses.uses.add(new Use(now, resourceUnits));
        uses.sum += resourceUnits;
        Duration untilFree = Duration.between(now, uses.uses.getFirst().at().plus(window));
        return new Charge(resourceUnits, (double) uses.sum / limit, untilFree);
    }

    private static void forget(Window window, Instant before) {
        while (!window.uses.isEmpty() && window.uses.getFirst().at().isBefore(before)) {
            window.sum -= window.uses.removeFirst().resourceUnits();
        }
    }
}
