package com.learnamp.entra.console.api;

import com.learnamp.entra.store.Counted;
import com.learnamp.entra.store.Individual;
import com.learnamp.entra.store.IndividualCondition;
import com.learnamp.entra.store.Individuals;
import com.learnamp.entra.store.PageNumber;
import com.learnamp.entra.store.Team;
import com.learnamp.entra.store.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Teams as the API answers them, with those around them and those in them. */
@ApplicationScoped
class DescribeTeams {

    private final Teams teams;
    private final Individuals individuals;
    private final DescribeUsers describe;

    DescribeTeams(Teams teams, Individuals individuals, DescribeUsers describe) {
        this.teams = teams;
        this.individuals = individuals;
        this.describe = describe;
    }

    List<TeamAnswer> all(List<Team> some, ZoneId zone) {
        return describe.teams(some, zone);
    }

    TeamAnswer.InHierarchy inHierarchy(Team team, ZoneId zone) {
        return new TeamAnswer.InHierarchy(
                one(team, zone),
                parent(team, zone),
                describe.teams(teams.subTeams(team.id()), zone));
    }

    Counted<Individual> members(Team team, PageNumber page) {
        return individuals.page(
                List.of(new IndividualCondition.InAnyTeam(Set.of(team.id()))), page);
    }

    TeamAnswer.WithUsers withUsers(Team team, List<Individual> members, ZoneId zone) {
        return new TeamAnswer.WithUsers(one(team, zone), describe.expanded(members, zone));
    }

    private @Nullable TeamAnswer parent(Team team, ZoneId zone) {
        return Optional.ofNullable(team.parentTeamId())
                .flatMap(teams::find)
                .map(parent -> one(parent, zone))
                .orElse(null);
    }

    private TeamAnswer one(Team team, ZoneId zone) {
        return describe.teams(List.of(team), zone).getFirst();
    }
}
