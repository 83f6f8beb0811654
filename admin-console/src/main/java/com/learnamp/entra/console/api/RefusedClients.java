package com.learnamp.entra.console.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often a client's secret can be guessed, and what guessing costs: each comparison is
 * slow by design. Each process counts for itself.
 */
@ApplicationScoped
class RefusedClients {

    static final int MOST = 20;
    static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int CLIENTS = 10_000;

    private final Clock clock;

    /** Of the clients that were refused lately. */
    private final Map<String, Deque<Instant>> refusals =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > CLIENTS;
                }
            };

    @Inject
    RefusedClients(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean areTooMany(String client) {
        Deque<Instant> of = refusals.getOrDefault(client, new ArrayDeque<>());
        Instant since = clock.instant().minus(WITHIN);
        while (!of.isEmpty() && of.getFirst().isBefore(since)) {
            of.removeFirst();
        }
        return of.size() >= MOST;
    }

    synchronized void add(String client) {
        refusals.computeIfAbsent(client, unseen -> new ArrayDeque<>()).add(clock.instant());
    }
}
