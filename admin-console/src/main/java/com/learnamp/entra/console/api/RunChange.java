package com.learnamp.entra.console.api;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run did to a field of somebody, from its first change to its last.
 *
 * @param before null for nothing, as {@code after}
 */
record RunChange(
        long user, ReversibleField field, @Nullable String before, @Nullable String after) {

    private static final String PEOPLE =
            """
            SELECT DISTINCT h.user_id FROM provisioning.history h
            WHERE h.run_id = ? AND h.kind = 'updated' AND h.user_id > ? AND h.user_id <> ALL (?)
            ORDER BY h.user_id LIMIT ?
            """;

    /** And whoever has the earlier address of one of them by the same run, and so on. */
    private static final String WITH_HOLDERS =
            """
            WITH RECURSIVE chain(user_id) AS (
                SELECT unnest(?::bigint[])
                UNION
                SELECT holder.id
                FROM chain c
                CROSS JOIN LATERAL (
                    SELECT h.changes -> 'email' ->> 'before' AS email FROM provisioning.history h
                    WHERE h.user_id = c.user_id AND h.run_id = ? AND h.kind = 'updated'
                      AND h.changes -> 'email' IS NOT NULL
                    ORDER BY h.change_number LIMIT 1) earlier
                JOIN learnamp.users holder ON holder.email = earlier.email
                WHERE EXISTS (SELECT FROM provisioning.history h
                              WHERE h.user_id = holder.id AND h.run_id = ? AND h.kind = 'updated'
                                AND h.changes -> 'email' IS NOT NULL))
            SELECT user_id FROM chain LIMIT ?
            """;

    /** What was put back already is not put back twice. */
    private static final String CHANGES =
            """
            SELECT h.user_id, f.key AS field, c.id AS custom_id, c.name AS custom_name, c.required,
                   (array_agg(f.value ->> 'before' ORDER BY h.change_number))[1] AS before,
                   (array_agg(f.value ->> 'after' ORDER BY h.change_number DESC))[1] AS after
            FROM provisioning.history h CROSS JOIN LATERAL jsonb_each(h.changes) f
            LEFT JOIN learnamp.custom_fields c ON f.key = 'customFields.' || c.name
            WHERE h.run_id = ? AND h.kind = 'updated' AND h.user_id = ANY (?)
              AND (f.key = ANY (?) OR c.id IS NOT NULL)
              AND NOT EXISTS (SELECT FROM provisioning.undone n
                              WHERE n.user_id = h.user_id AND n.field = f.key AND n.run_id = h.run_id)
            GROUP BY h.user_id, f.key, c.id ORDER BY h.user_id, f.key
            """;

    /**
     * The next people whom the run updated, by their ids.
     *
     * @param except who have been looked at before their turn
     */
    static List<Long> people(
            StoreTransaction transaction, UUID run, long after, Collection<Long> except, int most)
            throws SQLException {
        return transaction.query(
                PEOPLE,
                row -> row.number("user_id"),
                run,
                after,
                except.toArray(Long[]::new),
                most);
    }

    /** With those who must give an address back for one of them to get his. */
    static List<Long> withHolders(
            StoreTransaction transaction, UUID run, List<Long> people, int most)
            throws SQLException {
        return transaction.query(
                WITH_HOLDERS,
                row -> row.number("user_id"),
                people.toArray(Long[]::new),
                run,
                run,
                most);
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
                        ReversibleField.STANDARD.stream()
                                .flatMap(field -> field.apiName().stream())
                                .toArray(String[]::new))
                .stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    boolean isOf(UserField standard) {
        return field.equals(new ReversibleField.Standard(standard));
    }

    private static RunChange change(StoredRow row) throws SQLException {
        return new RunChange(
                row.number("user_id"), field(row), row.maybeText("before"), row.maybeText("after"));
    }

    private static ReversibleField field(StoredRow row) throws SQLException {
        @Nullable Long custom = row.maybeNumber("custom_id");
        return custom == null
                ? new ReversibleField.Standard(UserField.named(row.text("field")).orElseThrow())
                : new ReversibleField.Custom(
                        custom, row.text("custom_name"), row.truth("required"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "RunChange[" + user + ", " + field + "]";
    }
}
