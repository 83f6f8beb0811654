package com.learnamp.entra.graph;

import java.util.Objects;
import java.util.UUID;

/** What a read said about somebody's manager; "not asked" is never taken for "has none". */
public sealed interface ManagerReading {

    /** The request did not ask, or (in a delta) the manager has not changed. */
    record NotRead() implements ManagerReading {}

    record None() implements ManagerReading {}

    /** A user, or an organisational contact: only a look-up tells. */
    record Is(UUID manager) implements ManagerReading {
        public Is {
            Objects.requireNonNull(manager, "manager");
        }
    }

    ManagerReading NOT_READ = new NotRead();
    ManagerReading NONE = new None();
}
