package com.learnamp.entra.simulator.notifications;

import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the notifications. */
public final class DeliveryLog {

    private final Map<String, Long> counts = new TreeMap<>();

    void planned() {
        add("planned", 1);
    }

    void lost() {
        add("lost", 1);
    }

    void dropped() {
        add("dropped", 1);
    }

    void retried() {
        add("retriedPosts", 1);
    }

    void delivered(int notifications) {
        add("delivered", notifications);
    }

    void givenUp(int notifications) {
        add("givenUp", notifications);
    }

    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized void reset() {
        counts.clear();
    }

    private synchronized void add(String what, int number) {
        counts.merge(what, (long) number, Long::sum);
    }
}
