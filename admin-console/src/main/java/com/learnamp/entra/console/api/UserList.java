package com.learnamp.entra.console.api;

import com.learnamp.entra.store.IndividualCondition;
import com.learnamp.entra.store.IndividualCondition.Between;
import com.learnamp.entra.store.IndividualCondition.Moment;
import com.learnamp.entra.store.PageNumber;
import com.learnamp.entra.store.UserRole;
import com.learnamp.entra.store.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which people are asked for, and in what form.
 *
 * @param expanded whether with managers, teams and all other details
 */
record UserList(List<IndividualCondition> conditions, PageNumber page, boolean expanded) {

    /** Years of four digits: what lies beyond, a database need not know. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?");

    UserList {
        conditions = List.copyOf(conditions);
    }

    /**
     * @param zone whose days dates without a time mean
     * @throws InvalidParameters naming all that can't be taken
     */
    static UserList of(Map<String, List<String>> query, ZoneId zone) {
        QueryParameters parameters = new QueryParameters(query);
        PageNumber page = parameters.page();
        boolean expanded = parameters.flag("expanded");
        List<IndividualCondition> conditions = new ArrayList<>();
        addWords(parameters, conditions);
        addSets(parameters, conditions);
        addTimes(parameters, "created_at", Moment.CREATED_AT, zone, conditions);
        addTimes(parameters, "updated_at", Moment.UPDATED_AT, zone, conditions);
        addTimes(parameters, "deactivated_at", Moment.DEACTIVATED_AT, zone, conditions);
        parameters.refuseTheRest();
        return new UserList(conditions, page, expanded);
    }

    private static void addWords(QueryParameters parameters, List<IndividualCondition> conditions) {
        parameters
                .text("filters[email]")
                .ifPresent(email -> conditions.add(new IndividualCondition.EmailIs(email.strip())));
        parameters
                .text("filters[integration_external_id]")
                .ifPresent(
                        id -> conditions.add(new IndividualCondition.IntegrationExternalIdIs(id)));
        parameters
                .text("filters[first_name]")
                .ifPresent(part -> conditions.add(new IndividualCondition.FirstNameContains(part)));
        parameters
                .text("filters[last_name]")
                .ifPresent(part -> conditions.add(new IndividualCondition.LastNameContains(part)));
        parameters
                .value("filters[role]", UserRole::ofCode, QueryParameters.NOT_ONE_OF_THE_VALUES)
                .ifPresent(role -> conditions.add(new IndividualCondition.RoleIs(role)));
    }

    private static void addSets(QueryParameters parameters, List<IndividualCondition> conditions) {
        if (parameters.flag("filters[no_team]")) {
            conditions.add(new IndividualCondition.WithoutTeam());
        }
        Set<Long> teams =
                parameters.list("filters[team_ids]", Identifiers::parse, QueryParameters.INVALID);
        if (!teams.isEmpty()) {
            conditions.add(new IndividualCondition.InAnyTeam(teams));
        }
        Set<UserStatus> statuses =
                parameters.list(
                        "filters[status]",
                        UserStatus::ofCode,
                        QueryParameters.NOT_ONE_OF_THE_VALUES);
        if (!statuses.isEmpty()) {
            conditions.add(new IndividualCondition.StatusIn(statuses));
        }
    }

    private static void addTimes(
            QueryParameters parameters,
            String name,
            Moment moment,
            ZoneId zone,
            List<IndividualCondition> conditions) {
        String filter = "filters[" + name + "]";
        Optional<Instant> from =
                parameters.value(
                        filter + "[from]", text -> instant(text, zone, 0), QueryParameters.INVALID);
        // A day counts to its end.
        Optional<Instant> before =
                parameters.value(
                        filter + "[to]", text -> instant(text, zone, 1), QueryParameters.INVALID);
        if (from.isPresent() || before.isPresent()) {
            conditions.add(new Between(moment, from.orElse(null), before.orElse(null)));
        }
    }

    private static Optional<Instant> instant(String text, ZoneId zone, int daysLater) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text)
                                    .plusDays(daysLater)
                                    .atStartOfDay(zone)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
