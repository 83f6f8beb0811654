package com.learnamp.entra.stack.parts;

import java.time.Duration;

/** A pause that doubles each time it is taken, up to a longest one. */
public final class Pause {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Pause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    public static Pause usual() {
        return new Pause(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    synchronized Duration next() {
        Duration current = next;
        Duration doubled = current.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return current;
    }

    synchronized void reset() {
        next = first;
    }
}
