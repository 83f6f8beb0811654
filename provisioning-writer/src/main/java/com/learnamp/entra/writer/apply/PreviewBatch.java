package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.contracts.UserEvent.FieldChange;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Change;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import com.learnamp.entra.writer.preview.PreviewedPerson;
import com.learnamp.entra.writer.runs.RunTally;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision would make of the people whom it concerns, told instead of done. Links to
 * managers are not told: they follow from who is there in the end.
 */
final class PreviewBatch {

    private static final String LEAVES = "leaves";
    private static final String INVITED = "invited";

    private final People people;
    private final BatchDecision decision;

    private PreviewBatch(People people, BatchDecision decision) {
        this.people = people;
        this.decision = decision;
    }

    static void save(
            CompanyTransaction transaction,
            People people,
            BatchDecision decision,
            List<UserCommand> commands)
            throws SQLException {
        Set<UUID> news = PreviewedPerson.save(transaction, people(people, decision, commands));
        RunTally tally = new RunTally();
        commands.stream()
                .filter(command -> news.contains(command.user().value()))
                .forEach(command -> tally.count(command, decision.figure(command)));
        tally.save(transaction);
    }

    static List<PreviewedPerson> people(
            People people, BatchDecision decision, List<UserCommand> commands) {
        PreviewBatch preview = new PreviewBatch(people, decision);
        return commands.stream().map(preview::person).flatMap(Optional::stream).toList();
    }

    private Optional<PreviewedPerson> person(UserCommand command) {
        return switch (command) {
            case UpsertUser upsert -> Optional.of(arrival(upsert));
            case DeactivateUser leaver ->
                    people.boundTo(leaver.user().value())
                            .filter(Person::wasActive)
                            .map(person -> departure(leaver, person));
            case RejectUser reject ->
                    Optional.of(
                            of(
                                            reject,
                                            "rejected",
                                            word(reject.reason()),
                                            people.boundTo(reject.user().value()).orElse(null),
                                            Map.of())
                                    .named(reject.displayName(), null));
        };
    }

    private PreviewedPerson arrival(UpsertUser command) {
        Candidate candidate = decision.candidate(command);
        @Nullable Person person = candidate.person().filter(one -> !one.isNew()).orElse(null);
        @Nullable String reason =
                candidate
                        .waitsFor()
                        .map(PreviewBatch::word)
                        .orElse(decision.invited().contains(candidate) ? INVITED : null);
        return of(
                        command,
                        decision.figure(command).label(),
                        reason,
                        person,
                        candidate
                                .person()
                                .flatMap(Person::change)
                                .map(change -> changes(command, change))
                                .orElse(Map.of()))
                .named(
                        command.fields().firstName() + " " + command.fields().lastName(),
                        candidate.email());
    }

    private static PreviewedPerson departure(DeactivateUser command, Person person) {
        return of(command, LEAVES, word(command.reason()), person, Map.of());
    }

    private static PreviewedPerson of(
            UserCommand command,
            String outcome,
            @Nullable String reason,
            @Nullable Person person,
            Map<String, FieldChange> changes) {
        return new PreviewedPerson(
                command.user().value(),
                command.version(),
                outcome,
                reason,
                person == null ? null : person.id(),
                null,
                null,
                changes);
    }

    /** A team is told by its name, which may not be there yet. */
    private static Map<String, FieldChange> changes(UpsertUser command, Change change) {
        Map<String, FieldChange> changes = new LinkedHashMap<>(change.fields());
        List.of(UserField.MANAGER, UserField.SECONDARY_TEAMS, UserField.TIME_ZONE)
                .forEach(field -> field.apiName().ifPresent(changes::remove));
        UserField.PRIMARY_TEAM
                .apiName()
                .ifPresent(name ->
                        changes.computeIfPresent(
                                name,
                                (_, _) ->
                                        new FieldChange(null, command.fields().primaryTeamName())));
        return changes;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
