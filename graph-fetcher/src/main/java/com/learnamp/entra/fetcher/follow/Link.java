package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * From where changes are followed.
 *
 * @param name {@code users}, or {@code groups} with a number: a link tells of fifty groups at most
 * @param address opaque: of a page or of the next round
 * @param groups that it tells of; none for users
 * @param followedAt when it was last followed
 */
record Link(String name, String address, Set<EntraObjectId> groups, Instant followedAt) {

    static final String USERS = "users";

    Link {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        groups = Set.copyOf(groups);
        Objects.requireNonNull(followedAt, "followedAt");
    }

    Link at(String next, Instant now) {
        return new Link(name, next, groups, now);
    }

    boolean isOfUsers() {
        return name.equals(USERS);
    }

    boolean isDue(Instant now, Duration every) {
        return !followedAt.plus(every).isAfter(now);
    }
}
