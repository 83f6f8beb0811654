package com.learnamp.entra.console.changes;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change by hand of a field that follows Entra, which a sync has overridden.
 *
 * @param written what the integration had written
 * @param found what somebody had made of it; null: cleared
 * @param replacedBy what Entra says, and is there since
 */
record Drift(
        long personId,
        long number,
        String name,
        String field,
        String written,
        @Nullable String found,
        @Nullable String replacedBy,
        String cause,
        @Nullable UUID runId,
        Instant at) {

    /** More fields than this follow Entra in nobody. */
    private static final int MOST_FIELDS = 50;

    private static final String NAMED =
            """
            CASE d.field
                WHEN 'manager' THEN coalesce((SELECT m.first_name || ' ' || m.last_name FROM learnamp.users m
                                              WHERE m.id::text = %1$s), %1$s)
                WHEN 'primaryTeam' THEN coalesce((SELECT t.name FROM learnamp.teams t WHERE t.id::text = %1$s), %1$s)
                ELSE %1$s END
            """;

    private static final String ROWS =
            """
            SELECT d.user_id, d.change_number, u.first_name || ' ' || u.last_name AS name, d.field,
                   %s AS written, %s AS found, %s AS replaced_by, h.cause, h.run_id, h.written_at
            FROM provisioning.drift d
            JOIN provisioning.history h ON h.company_id = d.company_id AND h.user_id = d.user_id
                AND h.change_number = d.change_number
            JOIN learnamp.users u ON u.company_id = d.company_id AND u.id = d.user_id
            WHERE (?::bigint IS NULL OR d.user_id = ?)
              AND (?::timestamptz IS NULL OR (h.written_at, d.user_id, d.change_number) < (?, ?, ?))
            ORDER BY h.written_at DESC, d.user_id DESC, d.change_number DESC, d.field LIMIT ?
            """
                    .formatted(
                            NAMED.formatted("d.written"),
                            NAMED.formatted("d.found"),
                            NAMED.formatted("(h.changes -> d.field ->> 'after')"));

    /**
     * @param next where the next page begins; null on the last
     */
    record Answer(List<Drift> drift, @Nullable String next) {}

    /**
     * @param most how many; a change's fields stay together, so that a page may have some more
     */
    static Answer find(
            StoreTransaction transaction,
            @Nullable Long person,
            HistoryFilter.@Nullable Cursor after,
            int most)
            throws SQLException {
        List<Drift> found =
                transaction.query(
                        ROWS,
                        Drift::drift,
                        person,
                        person,
                        after == null ? null : after.writtenAt(),
                        after == null ? null : after.writtenAt(),
                        after == null ? null : after.person(),
                        after == null ? null : after.number(),
                        most + MOST_FIELDS);
        if (found.size() <= most) {
            return new Answer(found, null);
        }
        int end = most;
        while (end < found.size() && found.get(end).isOfTheSameChange(found.get(end - 1))) {
            end++;
        }
        Drift last = found.get(end - 1);
        return new Answer(
                found.subList(0, end),
                end == found.size()
                        ? null
                        : new HistoryFilter.Cursor(last.at(), last.personId(), last.number())
                                .toString());
    }

    private boolean isOfTheSameChange(Drift other) {
        return personId == other.personId && number == other.number;
    }

    private static Drift drift(StoredRow row) throws SQLException {
        return new Drift(
                row.number("user_id"),
                row.number("change_number"),
                row.text("name"),
                row.text("field"),
                row.text("written"),
                row.maybeText("found"),
                row.maybeText("replaced_by"),
                row.text("cause"),
                row.maybeUuid("run_id"),
                row.instant("written_at"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "Drift[" + personId + " " + field + "]";
    }
}
