package com.learnamp.entra.simulator.tenants;

import java.util.Map;
import java.util.TreeMap;

/** How many requests of each kind were answered, how, and what they cost. */
public final class RequestCounts {

    /**
     * @param refused how many were answered with 400 or more
     */
    public record Count(long requests, long refused, long resourceUnits) {}

    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<String, Long> priorities = new TreeMap<>();

    /**
     * @param priority what the client asked for in {@code x-ms-throttle-priority}, or normal
     */
    public synchronized void add(String kind, int status, int resourceUnits, String priority) {
        priorities.merge(priority, 1L, Long::sum);
        counts.merge(
                kind,
                new Count(1, status >= 400 ? 1 : 0, resourceUnits),
                (left, right) ->
                        new Count(
                                left.requests() + right.requests(),
                                left.refused() + right.refused(),
                                left.resourceUnits() + right.resourceUnits()));
    }

    public synchronized Map<String, Count> byKind() {
        return new TreeMap<>(counts);
    }

    public synchronized Map<String, Long> byPriority() {
        return new TreeMap<>(priorities);
    }

    public synchronized void reset() {
        priorities.clear();
        counts.clear();
    }
}
