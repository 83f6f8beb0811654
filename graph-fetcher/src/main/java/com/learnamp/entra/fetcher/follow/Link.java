package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import java.util.Objects;
import java.util.Set;

/**
 * From where changes are followed.
 *
 * @param name {@code users}, or {@code groups} with a number: a link tells of fifty groups at most
 * @param address opaque: of a page or of the next round
 * @param groups that it tells of; none for users
 */
record Link(String name, String address, Set<EntraObjectId> groups) {

    static final String USERS = "users";

    Link {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        groups = Set.copyOf(groups);
    }

    Link at(String next) {
        return new Link(name, next, groups);
    }
}
