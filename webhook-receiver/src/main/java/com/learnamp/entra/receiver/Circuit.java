package com.learnamp.entra.receiver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Keeps requests from waiting, each for the whole time allowed, on what failed a moment ago. After
 * a pause one of them tries, and the others are refused until it has succeeded.
 */
final class Circuit {

    private sealed interface State {
        record Closed() implements State {}

        /**
         * @param end of the pause, in the ticker's nanoseconds
         */
        record Open(long end) implements State {}

        record Trying() implements State {}
    }

    private final AtomicReference<State> state = new AtomicReference<>(new State.Closed());
    private final Duration pause;
    private final LongSupplier ticker;

    /**
     * @param ticker nanoseconds of a clock that never goes back
     */
    Circuit(Duration pause, LongSupplier ticker) {
        this.pause = pause;
        this.ticker = ticker;
    }

    /** Whether to try now. Who is let through must say how it went. */
    boolean letsThrough() {
        State now = state.get();
        return switch (now) {
            case State.Closed closed -> true;
            case State.Trying trying -> false;
            case State.Open open ->
                    ticker.getAsLong() - open.end() >= 0
                            && state.compareAndSet(now, new State.Trying());
        };
    }

    void succeeded() {
        state.set(new State.Closed());
    }

    void failed() {
        state.set(new State.Open(ticker.getAsLong() + pause.toNanos()));
    }
}
