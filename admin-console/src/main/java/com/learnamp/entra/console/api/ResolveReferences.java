package com.learnamp.entra.console.api;

import com.learnamp.entra.console.api.UserInput.Reference;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the teams and the manager that an input names, among those of the company. */
final class ResolveReferences {

    private static final String TEAM_IDS = "must match existing teams IDs";
    private static final String TEAM_EXTERNAL_IDS =
            "must match existing teams integration external IDs";

    private static final String TEAMS_BY_ID = "SELECT id FROM learnamp.teams WHERE id = ANY (?)";
    private static final String TEAMS_BY_EXTERNAL_ID =
            "SELECT id FROM learnamp.teams WHERE integration_external_id = ANY (?)";

    /** Nobody who has left is anybody's manager. */
    private static final String MANAGER_BY_ID =
            "SELECT id FROM learnamp.users WHERE id = ? AND status <> 'deactivated'";

    private static final String MANAGER_BY_EMAIL =
            "SELECT id FROM learnamp.users WHERE email = lower(?) AND status <> 'deactivated'";

    private final StoreTransaction transaction;
    private final ChangedUser person;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private ResolveReferences(StoreTransaction transaction, ChangedUser person) {
        this.transaction = transaction;
        this.person = person;
    }

    /**
     * @throws InvalidParameters naming those that lead to nobody and nothing
     */
    static void of(StoreTransaction transaction, ChangedUser person, UserInput input)
            throws SQLException {
        ResolveReferences resolving = new ResolveReferences(transaction, person);
        for (Map.Entry<Reference, List<String>> given : input.references().entrySet()) {
            List<String> some =
                    given.getValue().stream()
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .distinct()
                            .toList();
            resolving.resolve(given.getKey(), some);
        }
        if (!resolving.errors.isEmpty()) {
            throw new InvalidParameters(resolving.errors);
        }
    }

    private void resolve(Reference reference, List<String> given) throws SQLException {
        switch (reference) {
            case PRIMARY_TEAM_ID -> one(reference, UserField.PRIMARY_TEAM, given, TEAM_IDS);
            case PRIMARY_TEAM_EXTERNAL_ID ->
                    one(reference, UserField.PRIMARY_TEAM, given, TEAM_EXTERNAL_IDS);
            case MANAGER_ID ->
                    one(
                            reference,
                            UserField.MANAGER,
                            given,
                            "must match an existing user ID within your company");
            case MANAGER_EMAIL ->
                    one(
                            reference,
                            UserField.MANAGER,
                            given,
                            "must match an existing user email within your company");
            case SECONDARY_TEAM_IDS -> teams(reference, given, TEAM_IDS);
            case SECONDARY_TEAM_EXTERNAL_IDS -> teams(reference, given, TEAM_EXTERNAL_IDS);
        }
    }

    private void one(Reference reference, UserField field, List<String> given, String error)
            throws SQLException {
        if (given.isEmpty()) {
            person.set(field, null);
            return;
        }
        List<Long> found = given.size() == 1 ? found(reference, given) : List.of();
        if (found.isEmpty()) {
            errors.put(reference.parameter(), List.of(error));
        } else if (field == UserField.MANAGER && found.getFirst() == person.id()) {
            errors.put(reference.parameter(), List.of("must be somebody else"));
        } else {
            person.set(field, found.getFirst().toString());
        }
    }

    private void teams(Reference reference, List<String> given, String error) throws SQLException {
        List<Long> found = given.isEmpty() ? List.of() : found(reference, given);
        if (found.size() != given.size()) {
            errors.put(reference.parameter(), List.of(error));
            return;
        }
        person.set(UserField.SECONDARY_TEAMS, found.isEmpty() ? null : joined(found));
    }

    private List<Long> found(Reference reference, List<String> given) throws SQLException {
        return switch (reference) {
            case PRIMARY_TEAM_ID, SECONDARY_TEAM_IDS -> ids(TEAMS_BY_ID, (Object) numbers(given));
            case PRIMARY_TEAM_EXTERNAL_ID, SECONDARY_TEAM_EXTERNAL_IDS ->
                    ids(TEAMS_BY_EXTERNAL_ID, (Object) given.toArray(String[]::new));
            case MANAGER_ID -> ids(MANAGER_BY_ID, Identifiers.parse(given.getFirst()).orElse(0L));
            case MANAGER_EMAIL -> ids(MANAGER_BY_EMAIL, given.getFirst());
        };
    }

    private List<Long> ids(String sql, @Nullable Object... parameters) throws SQLException {
        return transaction.query(sql, row -> row.number("id"), parameters);
    }

    private static Long[] numbers(List<String> given) {
        return given.stream()
                .map(Identifiers::parse)
                .flatMap(Optional::stream)
                .toArray(Long[]::new);
    }

    private static String joined(List<Long> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
