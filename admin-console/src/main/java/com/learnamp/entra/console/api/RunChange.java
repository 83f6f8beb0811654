package com.learnamp.entra.console.api;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run did to a field of somebody, from its first change to its last.
 *
 * @param before null for nothing, as {@code after}
 */
record RunChange(long user, UserField field, @Nullable String before, @Nullable String after) {

    /** Who somebody is, his role and his status are not put back. */
    private static final List<UserField> UNDOABLE =
            List.of(
                    UserField.EMAIL,
                    UserField.FIRST_NAME,
                    UserField.LAST_NAME,
                    UserField.JOB_TITLE,
                    UserField.LANGUAGE,
                    UserField.HIRE_DATE,
                    UserField.LOCATION,
                    UserField.DEPARTMENT,
                    UserField.MANAGER,
                    UserField.PRIMARY_TEAM);

    private static final String PEOPLE =
            """
            SELECT DISTINCT h.user_id FROM provisioning.history h
            WHERE h.run_id = ? AND h.kind = 'updated' AND h.user_id > ? ORDER BY h.user_id LIMIT ?
            """;

    /** What was put back already is not put back twice. */
    private static final String CHANGES =
            """
            SELECT h.user_id, f.key AS field,
                   (array_agg(f.value ->> 'before' ORDER BY h.change_number))[1] AS before,
                   (array_agg(f.value ->> 'after' ORDER BY h.change_number DESC))[1] AS after
            FROM provisioning.history h CROSS JOIN LATERAL jsonb_each(h.changes) f
            WHERE h.run_id = ? AND h.kind = 'updated' AND h.user_id = ANY (?) AND f.key = ANY (?)
              AND NOT EXISTS (SELECT FROM provisioning.undone n
                              WHERE n.user_id = h.user_id AND n.field = f.key AND n.run_id = h.run_id)
            GROUP BY h.user_id, f.key ORDER BY h.user_id, f.key
            """;

    /** The next people whom the run updated, by their ids. */
    static List<Long> people(StoreTransaction transaction, UUID run, long after, int most)
            throws SQLException {
        return transaction.query(PEOPLE, row -> row.number("user_id"), run, after, most);
    }

    /** What can be asked to be put back. */
    static List<RunChange> of(StoreTransaction transaction, UUID run, List<Long> people)
            throws SQLException {
        return transaction
                .query(
                        CHANGES,
                        RunChange::change,
                        run,
                        people.toArray(Long[]::new),
                        UNDOABLE.stream().map(RunChange::name).toArray(String[]::new))
                .stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    String name() {
        return name(field);
    }

    private static String name(UserField field) {
        return field.apiName().orElseThrow();
    }

    private static RunChange change(StoredRow row) throws SQLException {
        return new RunChange(
                row.number("user_id"),
                UserField.named(row.text("field")).orElseThrow(),
                row.maybeText("before"),
                row.maybeText("after"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "RunChange[" + user + ", " + field + "]";
    }
}
