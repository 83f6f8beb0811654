package com.learnamp.entra.fetcher.sample;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some people as Entra has them.
 *
 * @param failure why nobody could be read, for an admin; null if they were
 */
record Sample(@Nullable String failure, List<Person> people) {

    record Person(EntraObjectId id, EntraUser attributes) {

        /** Personal data: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    Sample {
        people = List.copyOf(people);
    }

    static Sample failed(@Nullable String message) {
        return new Sample(message == null ? "Microsoft Graph failed." : message, List.of());
    }
}
