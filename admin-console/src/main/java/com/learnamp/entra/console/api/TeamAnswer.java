package com.learnamp.entra.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team as the documentation shows one. */
record TeamAnswer(
        long id,
        String name,
        @Nullable String integrationExternalId,
        long teamUsersCount,
        String apiTeamPath,
        String apiTeamUsersPath,
        @Nullable Long parentTeamId,
        UserAnswer.@Nullable Short manager,
        List<UserAnswer.Short> secondaryManagers) {

    /** One team, with those around it. */
    record InHierarchy(
            @JsonUnwrapped TeamAnswer team,
            @Nullable TeamAnswer parentTeam,
            List<TeamAnswer> subTeams) {}

    /** One team, with a page of its members. */
    record WithUsers(@JsonUnwrapped TeamAnswer team, List<UserAnswer.Expanded> users) {}
}
