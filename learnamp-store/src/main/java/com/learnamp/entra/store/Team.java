package com.learnamp.entra.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A team of a company.
 *
 * @param usersCount members, primary and secondary
 * @param managerId the team's manager, not its members' override managers
 */
public record Team(
        long id,
        String name,
        @Nullable String integrationExternalId,
        @Nullable Long parentTeamId,
        long usersCount,
        @Nullable Long managerId,
        List<Long> secondaryManagerIds) {

    public Team {
        Objects.requireNonNull(name, "name");
        secondaryManagerIds = List.copyOf(secondaryManagerIds);
    }
}
