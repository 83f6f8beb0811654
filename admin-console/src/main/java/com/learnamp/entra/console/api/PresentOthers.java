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
 * What else the company has now, of all that could be put back: who has the addresses, which of the
 * managers are active, which of the teams are there.
 */
final class PresentOthers {

    private final Map<String, Long> holders = new HashMap<>();
    private final Set<String> managers = new HashSet<>();
    private final Set<String> teams = new HashSet<>();

    private PresentOthers() {}

    static PresentOthers of(StoreTransaction transaction, List<RunChange> changes)
            throws SQLException {
        PresentOthers present = new PresentOthers();
        transaction.query(
                "SELECT id, email FROM learnamp.users WHERE email = ANY (?)",
                row -> present.holders.put(row.text("email"), row.number("id")),
                (Object) before(changes, UserField.EMAIL).toArray(String[]::new));
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
                .filter(change -> change.field() == field)
                .map(RunChange::before)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Long[] ids(Collection<String> texts) {
        return texts.stream().map(Long::valueOf).toArray(Long[]::new);
    }

    /** Why the change can't be put back; empty if it can. */
    Optional<UndoObstacle> obstacle(RunChange change, ChangedUser person) {
        if (!person.isActive()) {
            return Optional.of(UndoObstacle.DEACTIVATED);
        }
        if (!Objects.equals(person.get(change.field()), change.after())) {
            return Optional.of(UndoObstacle.CHANGED_SINCE);
        }
        @Nullable String before = change.before();
        return before == null ? Optional.empty() : obstacle(change, before);
    }

    private Optional<UndoObstacle> obstacle(RunChange change, String before) {
        return switch (change.field()) {
            case EMAIL -> when(isTaken(before, change.user()), UndoObstacle.ADDRESS_TAKEN);
            case MANAGER -> when(!managers.contains(before), UndoObstacle.MANAGER_GONE);
            case PRIMARY_TEAM -> when(!teams.contains(before), UndoObstacle.TEAM_GONE);
            default -> Optional.empty();
        };
    }

    private boolean isTaken(String address, long self) {
        return holders.getOrDefault(address, self) != self;
    }

    private static Optional<UndoObstacle> when(boolean so, UndoObstacle obstacle) {
        return so ? Optional.of(obstacle) : Optional.empty();
    }
}
