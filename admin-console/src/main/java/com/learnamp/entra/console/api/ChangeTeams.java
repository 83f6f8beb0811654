package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes teams and who is in them, as a program of the company asks. Provisioning never touches
 * what is said here of a team, nor secondary teams; a primary team it sets back at its next sync.
 *
 * <table>
 *   <caption>The flow</caption>
 *   <tr><td>in</td><td>requests of {@code /v1/teams}</td></tr>
 *   <tr><td>out</td><td>teams; people who join or leave one, their history, and events</td></tr>
 *   <tr><td>state</td><td>{@code learnamp.teams}, {@code learnamp.secondary_team_users}</td></tr>
 *   <tr><td>duplicates</td><td>what changes nothing writes nothing and tells nobody; a second
 *       creation finds the name taken</td></tr>
 *   <tr><td>order</td><td>that of the company's lock, so that a sync can't make the same team</td></tr>
 *   <tr><td>permanent failure</td><td>400 or 404 that names what is wrong</td></tr>
 *   <tr><td>transient failure</td><td>a 5xx and nothing changed; the program asks again</td></tr>
 * </table>
 */
@ApplicationScoped
class ChangeTeams {

    /** Which team a request is about. */
    interface Finder {

        Optional<StoredTeam> in(StoreTransaction transaction) throws SQLException;
    }

    private static final String INSERT =
            """
            INSERT INTO learnamp.teams (
                company_id, name, integration_external_id, parent_team_id, manager_id, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;

    private static final String UPDATE =
            """
            UPDATE learnamp.teams
            SET name = ?, integration_external_id = ?, parent_team_id = ?, manager_id = ?, updated_at = ?
            WHERE id = ?
            """;

    private final ForTheTokensCompany company;
    private final Clock clock;

    ChangeTeams(ForTheTokensCompany company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    /**
     * @return the new team's id
     */
    long create(TeamInput input) {
        return company.write((transaction, id) -> {
            StoredTeam team = WantedTeam.of(transaction, StoredTeam.NEW, input);
            return transaction
                    .first(
                            INSERT,
                            row -> row.number("id"),
                            id.value(),
                            team.name(),
                            team.externalId(),
                            team.parent(),
                            team.manager(),
                            clock.instant(),
                            clock.instant())
                    .orElseThrow();
        });
    }

    /**
     * @return the team's id
     */
    long update(Finder finder, TeamInput input) {
        return company.write((transaction, _) -> {
            StoredTeam before = finder.in(transaction).orElseThrow(NotFoundException::new);
            StoredTeam team = WantedTeam.of(transaction, before, input);
            if (!team.equals(before)) {
                transaction.update(
                        UPDATE,
                        team.name(),
                        team.externalId(),
                        team.parent(),
                        team.manager(),
                        clock.instant(),
                        team.id());
            }
            return team.id();
        });
    }

    /**
     * Makes it a secondary team of the person, unless he is in it already.
     *
     * @return the team's id
     */
    long add(Finder finder, Map<String, List<String>> body) {
        String user = userId(body);
        return company.write((transaction, id) -> {
            long team = finder.in(transaction).orElseThrow(NotFoundException::new).id();
            ChangedUser person =
                    StoredUsers.byId(transaction, Identifiers.parse(user).orElse(0L))
                            .filter(ChangedUser::isActive)
                            .orElseThrow(ChangeTeams::unknownUser);
            if (!isPrimary(person, team)) {
                TreeSet<Long> teams = secondaryTeams(person);
                teams.add(team);
                setSecondaryTeams(person, teams);
            }
            save(transaction, id, person);
            return team;
        });
    }

    /** Whoever is not in it is not found. */
    void remove(Finder finder, long user) {
        company.write((transaction, id) -> {
            long team = finder.in(transaction).orElseThrow(NotFoundException::new).id();
            ChangedUser person =
                    StoredUsers.byId(transaction, user).orElseThrow(NotFoundException::new);
            TreeSet<Long> teams = secondaryTeams(person);
            boolean secondary = teams.remove(team);
            boolean primary = isPrimary(person, team);
            if (!secondary && !primary) {
                throw new NotFoundException();
            }
            setSecondaryTeams(person, teams);
            if (primary) {
                person.set(UserField.PRIMARY_TEAM, null);
            }
            save(transaction, id, person);
            return team;
        });
    }

    private void save(StoreTransaction transaction, CompanyId id, ChangedUser person)
            throws SQLException {
        new SaveUsers(transaction, id, company.client(), clock.instant()).save(List.of(person));
    }

    private static String userId(Map<String, List<String>> body) {
        BodyFields fields = new BodyFields(body);
        Optional<String> user = fields.text("userId").map(String::strip);
        if (user.isEmpty()) {
            fields.refuse("userId", "is missing");
        } else if (user.get().isEmpty()) {
            fields.refuse("userId", "is empty");
        }
        fields.refuseAny();
        return user.orElseThrow();
    }

    private static InvalidParameters unknownUser() {
        return new InvalidParameters(
                Map.of("userId", List.of("must match an active user ID within your company")));
    }

    private static boolean isPrimary(ChangedUser person, long team) {
        return Objects.equals(person.get(UserField.PRIMARY_TEAM), Long.toString(team));
    }

    private static TreeSet<Long> secondaryTeams(ChangedUser person) {
        @Nullable String ids = person.get(UserField.SECONDARY_TEAMS);
        return ids == null
                ? new TreeSet<>()
                : Stream.of(ids.split(","))
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void setSecondaryTeams(ChangedUser person, TreeSet<Long> teams) {
        person.set(
                UserField.SECONDARY_TEAMS,
                teams.isEmpty()
                        ? null
                        : teams.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
