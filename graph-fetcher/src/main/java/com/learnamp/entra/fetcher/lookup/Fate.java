package com.learnamp.entra.fetcher.lookup;

import java.time.Instant;
import java.util.Objects;

/** What becomes of a row of the queue. */
sealed interface Fate {

    /** Nothing more to learn. */
    record Done() implements Fate {}

    /** Graph may not have known yet. */
    record ReadAgain(Instant at) implements Fate {
        public ReadAgain {
            Objects.requireNonNull(at, "at");
        }
    }

    /** Graph did not answer. */
    record TryLater(Instant at) implements Fate {
        public TryLater {
            Objects.requireNonNull(at, "at");
        }
    }

    Fate DONE = new Done();
}
