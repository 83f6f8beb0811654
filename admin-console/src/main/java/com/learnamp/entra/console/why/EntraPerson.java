package com.learnamp.entra.console.why;

import com.learnamp.entra.contracts.EntraUser;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as Entra has him now, told by graph-fetcher.
 *
 * @param state present, in_bin or absent
 * @param enabled whether the account is; null where nobody is there
 * @param member whether he is in the company's group, directly or not
 * @param chain from the company's group down to the one that he is in directly
 * @param attributes null outside the group
 */
record EntraPerson(
        UUID id,
        State state,
        @Nullable String name,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        @Nullable Boolean enabled,
        boolean member,
        List<Group> chain,
        @Nullable EntraUser attributes) {

    /** Where somebody is. */
    enum State {
        PRESENT,
        IN_BIN,
        ABSENT
    }

    /** A group on the way from the company's to somebody. */
    record Group(UUID id, @Nullable String name) {}

    EntraPerson {
        chain = List.copyOf(chain);
    }

    boolean isDisabled() {
        return Boolean.FALSE.equals(enabled);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "EntraPerson[" + id + "]";
    }
}
