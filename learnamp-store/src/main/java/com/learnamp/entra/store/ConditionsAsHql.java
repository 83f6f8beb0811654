package com.learnamp.entra.store;

import com.learnamp.entra.store.IndividualCondition.Between;
import com.learnamp.entra.store.IndividualCondition.EmailIs;
import com.learnamp.entra.store.IndividualCondition.FirstNameContains;
import com.learnamp.entra.store.IndividualCondition.InAnyTeam;
import com.learnamp.entra.store.IndividualCondition.IntegrationExternalIdIs;
import com.learnamp.entra.store.IndividualCondition.LastNameContains;
import com.learnamp.entra.store.IndividualCondition.NameOrEmailContains;
import com.learnamp.entra.store.IndividualCondition.RoleIs;
import com.learnamp.entra.store.IndividualCondition.StatusIn;
import com.learnamp.entra.store.IndividualCondition.WithoutTeam;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Conditions in the form that their indexes serve. "Contains" is looked up apart, by {@link
 * FoldedNameRow}, and materialized: joined with the table it would come under the table's policy,
 * which keeps {@code LIKE} from any index.
 */
final class ConditionsAsHql {

    private final List<String> ofNames = new ArrayList<>();
    private final List<String> ofUsers = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final boolean everybody;

    ConditionsAsHql(List<IndividualCondition> conditions) {
        everybody = conditions.isEmpty();
        conditions.forEach(this::add);
    }

    /** And nobody up to this id. */
    ConditionsAsHql after(long id) {
        ofUsers.add("u.id > " + parameter(id));
        return this;
    }

    TypedQuery<Long> count(EntityManager entities) {
        return query(entities, with(List.of(found())) + "select count(*) " + people());
    }

    /**
     * In their order. Found first and put in order then: asked for both at once, the planner likes
     * to walk along all ids until it has met enough of the few that match.
     */
    TypedQuery<Long> ids(EntityManager entities) {
        if (everybody) {
            return query(entities, "select u.id " + people() + " order by u.id");
        }
        String matching = "matching as materialized (select u.id as id " + people() + ")";
        return query(
                entities,
                with(List.of(found(), matching)) + "select m.id from matching m order by m.id");
    }

    private TypedQuery<Long> query(EntityManager entities, String hql) {
        TypedQuery<Long> query = entities.createQuery(hql, Long.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private String people() {
        return "from UserRow u"
                + (ofUsers.isEmpty() ? "" : " where " + String.join(" and ", ofUsers));
    }

    private String found() {
        return ofNames.isEmpty()
                ? ""
                : "found as materialized (select n.id as id from FoldedNameRow n where "
                        + String.join(" and ", ofNames)
                        + ")";
    }

    private static String with(List<String> expressions) {
        List<String> some =
                expressions.stream().filter(expression -> !expression.isEmpty()).toList();
        return some.isEmpty() ? "" : "with " + String.join(", ", some) + " ";
    }

    private void add(IndividualCondition condition) {
        switch (condition) {
            case EmailIs is -> ofUsers.add("u.email = " + parameter(is.email()));
            case IntegrationExternalIdIs is ->
                    ofUsers.add("u.integrationExternalId = " + parameter(is.id()));
            case RoleIs is -> ofUsers.add("u.role = " + parameter(is.role()));
            case StatusIn in -> ofUsers.add("u.status in " + parameter(in.statuses()));
            case WithoutTeam _ ->
                    ofUsers.add(
                            "u.primaryTeamId is null and not exists"
                                    + " (select 1 from SecondaryTeamUserRow s where s.userId = u.id)");
            case InAnyTeam in -> addTeams(parameter(in.teams()));
            case Between between -> addBounds(between);
            case FirstNameContains contains ->
                    addNames("n.firstName like %1$s escape '!'", contains.part());
            case LastNameContains contains ->
                    addNames("n.lastName like %1$s escape '!'", contains.part());
            case NameOrEmailContains contains ->
                    addNames(
                            "(n.firstName like %1$s escape '!' or n.lastName like %1$s escape '!'"
                                    + " or n.email like %1$s escape '!')",
                            contains.part());
        }
    }

    private void addTeams(String teams) {
        ofUsers.add(
                "u.id in (select m.id from UserRow m where m.primaryTeamId in "
                        + teams
                        + " union select s.userId from SecondaryTeamUserRow s where s.teamId in "
                        + teams
                        + ")");
    }

    private void addBounds(Between between) {
        String column =
                switch (between.moment()) {
                    case CREATED_AT -> "u.createdAt";
                    case UPDATED_AT -> "u.updatedAt";
                    case DEACTIVATED_AT -> "u.deactivatedAt";
                };
        if (between.from() != null) {
            ofUsers.add(column + " >= " + parameter(between.from()));
        }
        if (between.before() != null) {
            ofUsers.add(column + " < " + parameter(between.before()));
        }
    }

    private void addNames(String condition, String part) {
        String literal =
                part.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_");
        if (ofNames.isEmpty()) {
            ofUsers.add("u.id in (select f.id from found f)");
        }
        ofNames.add(condition.formatted(parameter("%" + literal + "%")));
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
