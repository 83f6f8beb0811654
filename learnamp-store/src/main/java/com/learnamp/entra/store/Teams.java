package com.learnamp.entra.store;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The teams of the transaction's company, in the order of their ids. Every call takes a number of
 * statements that does not depend on how many teams it is about.
 */
@ApplicationScoped
public class Teams {

    private static final Sort BY_ID = Sort.by("id");

    private final EntityManager entities;

    Teams(EntityManager entities) {
        this.entities = entities;
    }

    public Counted<Team> page(PageNumber page) {
        return new Counted<>(
                complete(
                        TeamRow.<TeamRow>findAll(BY_ID)
                                .page(Page.of(page.number() - 1, page.size()))
                                .list()),
                TeamRow.count());
    }

    /** The one team of that name, whatever the case and the space around it. */
    public Counted<Team> named(String name, PageNumber page) {
        List<Team> found =
                complete(TeamRow.list("nameKey", BY_ID, name.strip().toLowerCase(Locale.ROOT)));
        return new Counted<>(page.number() == 1 ? found : List.of(), found.size());
    }

    public Optional<Team> find(long id) {
        return complete(TeamRow.list("id", id)).stream().findFirst();
    }

    public Optional<Team> findByIntegrationExternalId(String id) {
        return complete(TeamRow.list("integrationExternalId", id)).stream().findFirst();
    }

    public List<Team> subTeams(long parent) {
        return complete(TeamRow.list("parentTeamId", BY_ID, parent));
    }

    /** Those of them that the company has. */
    public Map<Long, Team> ofIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : complete(TeamRow.list("id in ?1", ids)).stream()
                        .collect(Collectors.toMap(Team::id, Function.identity()));
    }

    /** The secondary teams of these people, by person; whoever has none is left out. */
    public Map<Long, List<Long>> secondaryTeamIds(Collection<Long> users) {
        return users.isEmpty()
                ? Map.of()
                : grouped(
                        "select s.userId, s.teamId from SecondaryTeamUserRow s where s.userId in"
                                + " :ids order by s.teamId",
                        users);
    }

    private List<Team> complete(List<TeamRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(row -> row.id).toList();
        Map<Long, Long> counts = usersCounts(ids);
        Map<Long, List<Long>> managers =
                grouped(
                        "select m.teamId, m.userId from SecondaryTeamManagerRow m where m.teamId in"
                                + " :ids order by m.userId",
                        ids);
        return rows.stream()
                .map(row ->
                        team(
                                row,
                                counts.getOrDefault(row.id, 0L),
                                managers.getOrDefault(row.id, List.of())))
                .toList();
    }

    private static Team team(TeamRow row, long usersCount, List<Long> secondaryManagers) {
        return new Team(
                row.id,
                row.name,
                row.integrationExternalId,
                row.parentTeamId,
                usersCount,
                row.managerId,
                secondaryManagers);
    }

    private Map<Long, Long> usersCounts(List<Long> teams) {
        return entities.createQuery(
                        """
                        select m.team, count(*) from (
                            select u.primaryTeamId as team, u.id as member from UserRow u
                            where u.primaryTeamId in :ids
                            union
                            select s.teamId as team, s.userId as member from SecondaryTeamUserRow s
                            where s.teamId in :ids
                        ) m group by m.team
                        """,
                        Tuple.class)
                .setParameter("ids", teams)
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                row -> row.get(0, Long.class), row -> row.get(1, Long.class)));
    }

    private Map<Long, List<Long>> grouped(String query, Collection<Long> ids) {
        return entities.createQuery(query, Tuple.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.get(0, Long.class),
                                Collectors.mapping(
                                        row -> row.get(1, Long.class), Collectors.toList())));
    }
}
