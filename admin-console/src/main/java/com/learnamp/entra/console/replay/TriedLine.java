package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.preview.FieldLine;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a trial would change, as its page shows him.
 *
 * @param userId of somebody who is in Learn Amp
 */
record TriedLine(
        long company,
        String objectId,
        @Nullable Long userId,
        String name,
        String initials,
        int colour,
        String outcome,
        @Nullable String reason,
        List<FieldLine> changes) {

    private static final String NAMES =
            "SELECT id, first_name || ' ' || last_name AS name FROM learnamp.users WHERE id = ANY (?)";

    /**
     * @param after whom the page before ended with
     */
    static List<TriedLine> page(CompanyScope scope, UUID replay, UUID after, int most) {
        List<TriedPerson> people =
                scope.ofCompanyOrAll(
                        Optional.empty(),
                        transaction -> TriedPerson.page(transaction, replay, after, most));
        Map<Long, String> names = names(scope, people);
        return people.stream().map(person -> of(person, names)).toList();
    }

    /** Names are each company's own, and read as such. */
    private static Map<Long, String> names(CompanyScope scope, List<TriedPerson> people) {
        Map<Long, String> names = new HashMap<>();
        people.stream()
                .filter(person -> person.userId() != null)
                .collect(
                        Collectors.groupingBy(
                                TriedPerson::company,
                                Collectors.mapping(TriedPerson::userId, Collectors.toList())))
                .forEach((company, users) ->
                        scope.of(
                                new CompanyId(company),
                                transaction ->
                                        transaction.query(
                                                NAMES,
                                                row ->
                                                        names.put(
                                                                row.number("id"), row.text("name")),
                                                (Object) users.toArray(Long[]::new))));
        return names;
    }

    private static TriedLine of(TriedPerson person, Map<Long, String> names) {
        String name =
                Objects.requireNonNullElse(
                        person.userId() == null ? person.name() : names.get(person.userId()),
                        person.objectId().toString());
        return new TriedLine(
                person.company(),
                person.objectId().toString(),
                person.userId(),
                name,
                Faces.initials(name),
                Faces.colour(person.objectId().getLeastSignificantBits()),
                person.outcome(),
                person.reason(),
                person.outcome().equals("created") ? List.of() : FieldLine.of(person.changes()));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "TriedLine[" + objectId + "]";
    }
}
