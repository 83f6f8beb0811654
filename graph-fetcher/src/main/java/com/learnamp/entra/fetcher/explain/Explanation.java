package com.learnamp.entra.fetcher.explain;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Entra says now about whoever may be meant.
 *
 * @param failure why nobody could be read, for an admin; null if they were
 */
record Explanation(@Nullable String failure, List<Person> people) {

    /** Where somebody is. */
    enum State {
        PRESENT,
        IN_BIN,
        ABSENT
    }

    /** A group on the way from the company's to somebody. */
    record Group(EntraObjectId id, @Nullable String name) {}

    /**
     * Somebody; of whoever is not in the company's group no more than who he is.
     *
     * @param enabled whether the account is; null where nobody is there
     * @param member whether he is in the company's group, directly or not
     * @param chain from the company's group down to the one that he is in directly; empty where no
     *     way is known
     * @param attributes as the company's mappings read them; null outside the group
     */
    record Person(
            EntraObjectId id,
            State state,
            @Nullable String name,
            @Nullable String userPrincipalName,
            @Nullable String mail,
            @Nullable Boolean enabled,
            boolean member,
            List<Group> chain,
            @Nullable EntraUser attributes) {

        Person {
            chain = List.copyOf(chain);
        }

        static Person nowhere(EntraObjectId id, State state) {
            return new Person(id, state, null, null, null, null, false, List.of(), null);
        }

        /** Personal data: nothing of it goes into a log. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    Explanation {
        people = List.copyOf(people);
    }

    static Explanation failed(@Nullable String message) {
        return new Explanation(message == null ? "Microsoft Graph failed." : message, List.of());
    }
}
