package com.learnamp.entra.console.api;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.UserStatus;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes with a deactivation in Learn Amp, whoever makes it. */
final class LeaveCompany {

    /** A link that provisioning wrote stays its own: Entra can still clear it. */
    private static final String KEEP_LINKS_OURS =
            """
            UPDATE provisioning.ledger
            SET written = CASE WHEN ?::text IS NULL THEN written - 'manager_id'
                          ELSE written || jsonb_build_object('manager_id', ?::text) END
            WHERE user_id = ANY (?) AND written ->> 'manager_id' = ?
            """;

    private static final String END_SESSIONS = "DELETE FROM learnamp.sessions WHERE user_id = ?";

    private LeaveCompany() {}

    /**
     * @return those whom the person managed, handed to an Owner; nothing is saved yet
     */
    static List<ChangedUser> leave(StoreTransaction transaction, ChangedUser person)
            throws SQLException {
        person.set(UserField.STATUS_BEFORE_DEACTIVATION, person.get(UserField.STATUS));
        person.set(UserField.STATUS, UserStatus.DEACTIVATED.code());
        person.set(UserField.PRIMARY_TEAM, null);
        person.set(UserField.SECONDARY_TEAMS, null);
        transaction.update(END_SESSIONS, person.id());
        return handOverAll(transaction, person);
    }

    /**
     * @return those whom the person managed, handed to an Owner; nothing is saved yet
     */
    static List<ChangedUser> handOverAll(StoreTransaction transaction, ChangedUser person)
            throws SQLException {
        List<ChangedUser> reports = StoredUsers.managedBy(transaction, person.id());
        if (!reports.isEmpty()) {
            handOver(transaction, person, reports);
        }
        return reports;
    }

    private static void handOver(
            StoreTransaction transaction, ChangedUser manager, List<ChangedUser> reports)
            throws SQLException {
        Optional<Long> owner =
                StoredUsers.activeOwners(transaction).stream()
                        .filter(id -> id != manager.id())
                        .findFirst();
        @Nullable String heir = owner.map(String::valueOf).orElse(null);
        for (ChangedUser report : reports) {
            // Nobody manages himself.
            report.set(
                    UserField.MANAGER,
                    owner.filter(id -> id != report.id()).map(String::valueOf).orElse(null));
        }
        transaction.update(
                KEEP_LINKS_OURS,
                heir,
                heir,
                reports.stream()
                        .filter(report -> report.get(UserField.MANAGER) != null || heir == null)
                        .map(ChangedUser::id)
                        .toArray(Long[]::new),
                Long.toString(manager.id()));
    }
}
