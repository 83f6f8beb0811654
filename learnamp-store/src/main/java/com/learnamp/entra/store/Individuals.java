package com.learnamp.entra.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people of the transaction's company, in the order of their ids. Every call takes a number of
 * statements that does not depend on how many people it is about.
 */
@ApplicationScoped
public class Individuals {

    private final EntityManager entities;

    Individuals(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param conditions all must hold; none: everybody, the deactivated too
     */
    public Counted<Individual> page(List<IndividualCondition> conditions, PageNumber page) {
        long total = count(conditions);
        if (page.offset() >= total) {
            return new Counted<>(List.of(), total);
        }
        // Ids alone come from an index; the rows themselves are read for one page only.
        List<Long> ids =
                new ConditionsAsHql(conditions)
                        .ids(entities)
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList();
        return new Counted<>(inOrder(ids), total);
    }

    /** The next people after one, by id: as fast on the last page as on the first. */
    public List<Individual> after(List<IndividualCondition> conditions, long id, int most) {
        List<Long> ids =
                new ConditionsAsHql(conditions)
                        .after(id)
                        .ids(entities)
                        .setMaxResults(most)
                        .getResultList();
        return inOrder(ids);
    }

    public long count(List<IndividualCondition> conditions) {
        return new ConditionsAsHql(conditions).count(entities).getSingleResult();
    }

    public Optional<Individual> find(long id) {
        return UserRow.<UserRow>find("id", id).firstResultOptional().map(UserRow::individual);
    }

    public Optional<Individual> findByIntegrationExternalId(String id) {
        return UserRow.<UserRow>find("integrationExternalId", id)
                .firstResultOptional()
                .map(UserRow::individual);
    }

    /** Those of them that the company has. */
    public Map<Long, Individual> ofIds(Collection<Long> ids) {
        return inOrder(ids).stream().collect(Collectors.toMap(Individual::id, Function.identity()));
    }

    private static List<Individual> inOrder(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : UserRow.<UserRow>find("id in ?1", Sort.by("id"), ids).stream()
                        .map(UserRow::individual)
                        .toList();
    }
}
