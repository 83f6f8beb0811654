package com.learnamp.entra.console.api;

import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else the company has now, of all that could be put back: which addresses are free or become
 * so, which of the managers are active, which of the teams are there.
 */
final class PresentOthers {

    private final Set<Long> addressesBack = new HashSet<>();
    private final Set<String> managers = new HashSet<>();
    private final Set<String> teams = new HashSet<>();

    private PresentOthers() {}

    /**
     * @param people of whom the changes are, by id
     * @param moved whose address has been put back before
     */
    static PresentOthers of(
            StoreTransaction transaction,
            List<RunChange> changes,
            Map<Long, ChangedUser> people,
            Set<Long> moved)
            throws SQLException {
        PresentOthers present = new PresentOthers();
        Map<String, Long> holders = new HashMap<>();
        transaction.query(
                "SELECT id, email FROM learnamp.users WHERE email = ANY (?)",
                row -> holders.put(row.text("email"), row.number("id")),
                (Object) before(changes, UserField.EMAIL).toArray(String[]::new));
        present.addressesBack.addAll(
                AddressesBack.of(
                        changes.stream()
                                .filter(change -> change.isOf(UserField.EMAIL))
                                .filter(change -> isAsLeft(change, people.get(change.user())))
                                .toList(),
                        holders,
                        moved));
        transaction.query(
                "SELECT id FROM learnamp.users WHERE id = ANY (?) AND status <> 'deactivated'",
                row -> present.managers.add(Long.toString(row.number("id"))),
                (Object) ids(before(changes, UserField.MANAGER)));
        transaction.query(
                "SELECT id FROM learnamp.teams WHERE id = ANY (?)",
                row -> present.teams.add(Long.toString(row.number("id"))),
                (Object) ids(before(changes, UserField.PRIMARY_TEAM)));
        return present;
    }

    private static List<String> before(List<RunChange> changes, UserField field) {
        return changes.stream()
                .filter(change -> change.isOf(field))
                .map(RunChange::before)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Long[] ids(Collection<String> texts) {
        return texts.stream().map(Long::valueOf).toArray(Long[]::new);
    }

    private static boolean isAsLeft(RunChange change, @Nullable ChangedUser person) {
        return person != null && sinceThen(change, person).isEmpty();
    }

    /** Why the change can't be put back; empty if it can. */
    Optional<UndoObstacle> obstacle(RunChange change, ChangedUser person) {
        return sinceThen(change, person).or(() -> obstacle(change));
    }

    private static Optional<UndoObstacle> sinceThen(RunChange change, ChangedUser person) {
        if (!person.isActive()) {
            return Optional.of(UndoObstacle.DEACTIVATED);
        }
        return when(
                !Objects.equals(change.field().of(person), change.after()),
                UndoObstacle.CHANGED_SINCE);
    }

    private Optional<UndoObstacle> obstacle(RunChange change) {
        @Nullable String before = change.before();
        return switch (change.field()) {
            case ReversibleField.Custom custom ->
                    when(custom.required() && before == null, UndoObstacle.REQUIRED);
            case ReversibleField.Standard(UserField field) ->
                    before == null ? Optional.empty() : obstacle(change.user(), field, before);
        };
    }

    private Optional<UndoObstacle> obstacle(long user, UserField field, String before) {
        return switch (field) {
            case EMAIL -> when(!addressesBack.contains(user), UndoObstacle.ADDRESS_TAKEN);
            case MANAGER -> when(!managers.contains(before), UndoObstacle.MANAGER_GONE);
            case PRIMARY_TEAM -> when(!teams.contains(before), UndoObstacle.TEAM_GONE);
            default -> Optional.empty();
        };
    }

    private static Optional<UndoObstacle> when(boolean so, UndoObstacle obstacle) {
        return so ? Optional.of(obstacle) : Optional.empty();
    }
}
