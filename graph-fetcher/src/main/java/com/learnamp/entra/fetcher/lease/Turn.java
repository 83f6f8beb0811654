package com.learnamp.entra.fetcher.lease;

import java.time.Duration;

/** What follows a turn of work for a tenant. */
public sealed interface Turn {

    /** There is more to do. */
    record Again() implements Turn {}

    /** Nothing to do until somebody calls, or until then at the latest. */
    record Rest(Duration atMost) implements Turn {}

    /** Wait, whoever calls: bad weather. */
    record Pause(Duration length) implements Turn {}

    Turn AGAIN = new Again();
}
