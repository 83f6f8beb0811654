package com.learnamp.entra.console.api;

import com.learnamp.entra.store.Individual;
import com.learnamp.entra.store.Individuals;
import com.learnamp.entra.store.Team;
import com.learnamp.entra.store.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People and teams as the documentation shows them. What belongs to them is read for the whole page
 * at once, so a page takes the same few statements whatever is on it.
 */
@ApplicationScoped
class DescribeUsers {

    private final Individuals individuals;
    private final Teams teams;
    private final ApiAddress address;
    private final AvatarLinks avatars;
    private final ReadCustomFields customFields;
    private final ForTheTokensCompany company;

    DescribeUsers(
            Individuals individuals,
            Teams teams,
            ApiAddress address,
            AvatarLinks avatars,
            ReadCustomFields customFields,
            ForTheTokensCompany company) {
        this.individuals = individuals;
        this.teams = teams;
        this.address = address;
        this.avatars = avatars;
        this.customFields = customFields;
        this.company = company;
    }

    List<UserAnswer.Short> inShort(List<Individual> people, ZoneId zone) {
        return people.stream().map(person -> inShort(person, zone)).toList();
    }

    List<UserAnswer.Expanded> expanded(List<Individual> people, ZoneId zone) {
        Map<Long, UserAnswer.Short> managers =
                inShort(
                        people.stream().flatMap(person -> Stream.ofNullable(person.managerId())),
                        zone);
        Map<Long, List<Long>> secondaryTeams =
                teams.secondaryTeamIds(people.stream().map(Individual::id).toList());
        Map<Long, TeamAnswer> ofIds = teamsOf(people, secondaryTeams.values(), zone);
        Map<Long, List<Map<String, String>>> custom = customFields.of(company.company(), people);
        return people.stream()
                .map(person ->
                        expanded(
                                person,
                                inShort(person, zone),
                                managers,
                                ofIds,
                                secondaryTeams.getOrDefault(person.id(), List.of()),
                                custom.getOrDefault(person.id(), List.of())))
                .toList();
    }

    List<TeamAnswer> teams(Collection<Team> described, ZoneId zone) {
        Map<Long, UserAnswer.Short> managers =
                inShort(
                        described.stream()
                                .flatMap(team ->
                                        Stream.concat(
                                                Stream.ofNullable(team.managerId()),
                                                team.secondaryManagerIds().stream())),
                        zone);
        return described.stream().map(team -> team(team, managers)).toList();
    }

    private Map<Long, TeamAnswer> teamsOf(
            List<Individual> people, Collection<List<Long>> secondaryTeams, ZoneId zone) {
        Set<Long> ids = new HashSet<>();
        people.stream()
                .flatMap(person -> Stream.ofNullable(person.primaryTeamId()))
                .forEach(ids::add);
        secondaryTeams.forEach(ids::addAll);
        return teams(teams.ofIds(ids).values(), zone).stream()
                .collect(Collectors.toMap(TeamAnswer::id, Function.identity()));
    }

    private Map<Long, UserAnswer.Short> inShort(Stream<Long> ids, ZoneId zone) {
        Set<Long> some = ids.collect(Collectors.toSet());
        return individuals.ofIds(some).values().stream()
                .map(person -> inShort(person, zone))
                .collect(Collectors.toMap(UserAnswer.Short::id, Function.identity()));
    }

    private UserAnswer.Short inShort(Individual person, ZoneId zone) {
        return new UserAnswer.Short(
                person.id(),
                person.firstName(),
                person.lastName(),
                person.jobTitle(),
                person.email(),
                person.timeZone(),
                person.language(),
                person.role().code(),
                person.integrationExternalId(),
                person.hireDate(),
                address.url() + "/en/users/" + person.id(),
                StatusWords.of(person.status(), person.statusAt(), zone));
    }

    private UserAnswer.Expanded expanded(
            Individual person,
            UserAnswer.Short inShort,
            Map<Long, UserAnswer.Short> managers,
            Map<Long, TeamAnswer> teams,
            List<Long> secondaryTeams,
            List<Map<String, String>> customFields) {
        return new UserAnswer.Expanded(
                inShort,
                person.occupationRole(),
                person.avatarHash() == null
                        ? null
                        : avatars.to(company.company(), person.avatarHash()),
                person.managerId() == null ? null : managers.get(person.managerId()),
                person.location(),
                person.department(),
                person.primaryTeamId() == null ? null : teams.get(person.primaryTeamId()),
                secondaryTeams.stream().map(teams::get).filter(Objects::nonNull).toList(),
                customFields);
    }

    private static TeamAnswer team(Team team, Map<Long, UserAnswer.Short> managers) {
        return new TeamAnswer(
                team.id(),
                team.name(),
                team.integrationExternalId(),
                team.usersCount(),
                "/v1/teams/" + team.id() + ".json",
                "/v1/teams/" + team.id() + "/users.json",
                team.parentTeamId(),
                team.managerId() == null ? null : managers.get(team.managerId()),
                team.secondaryManagerIds().stream()
                        .map(managers::get)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
