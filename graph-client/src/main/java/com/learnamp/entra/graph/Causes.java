package com.learnamp.entra.graph;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks through the wrapping that libraries put around what really happened. */
final class Causes {

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return of(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Bounded, since a chain of causes can be a ring. */
    static Stream<Throwable> of(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, each -> each != null, Throwable::getCause)
                .limit(20);
    }
}
