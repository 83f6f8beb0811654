package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.graph.UserSelection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * From where changes are followed.
 *
 * @param name {@code users}, with a mark of what else it tells of than the standard attributes; or
 *     {@code groups} with a number: a link tells of fifty groups at most
 * @param address opaque: of a page or of the next round
 * @param groups that it tells of; none for users
 * @param madeAt it tells of whatever has changed since then
 * @param followedAt when it was last followed
 */
record Link(
        String name,
        String address,
        Set<EntraObjectId> groups,
        Instant madeAt,
        Instant followedAt) {

    static final String USERS = "users";

    /**
     * Of all groups in the tenant, for as long as a listing has not said yet which are nested in
     * the company's: what changes in them meanwhile is told by this one.
     */
    static final String ALL_GROUPS = "all-groups";

    /** A link tells of what was selected when it was made, whatever is selected later. */
    static String ofUsers(UserSelection selection) {
        return selection.additional().isEmpty()
                ? USERS
                : USERS
                        + "-"
                        + UUID.nameUUIDFromBytes(
                                String.join(",", selection.additional())
                                        .getBytes(StandardCharsets.UTF_8));
    }

    Link {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        groups = Set.copyOf(groups);
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(followedAt, "followedAt");
    }

    Link at(String next, Instant now) {
        return new Link(name, next, groups, madeAt, now);
    }

    boolean isOfAllGroups() {
        return name.equals(ALL_GROUPS);
    }

    boolean isOfUsers() {
        return name.startsWith(USERS);
    }

    boolean isDue(Instant now, Duration every) {
        return !followedAt.plus(every).isAfter(now);
    }
}
