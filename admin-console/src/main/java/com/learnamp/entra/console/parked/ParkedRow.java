package com.learnamp.entra.console.parked;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something parked, as it is filed.
 *
 * @param topic where it was read, as are the next two
 * @param company null where nobody can say
 * @param parkedAt the first time
 * @param lastAt the latest time that it was tried in vain
 * @param note why it was dropped
 */
record ParkedRow(
        long id,
        String service,
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable Long company,
        @Nullable UUID objectId,
        String reason,
        String state,
        int attempts,
        Instant parkedAt,
        Instant lastAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        byte[] payload) {

    private static final String ROWS =
            """
            SELECT id, service, topic, partition, record_offset, record_key, company_id, object_id, reason, state,
                   attempts, parked_at, last_at, decided_by, decided_at, note, payload
            FROM provisioning.parked
            """;

    private static final String PAGE =
            ROWS
                    + """
                    WHERE id > ? AND state = ? AND (? = '' OR service = ?) AND (? = '' OR reason = ?)
                      AND (? = '' OR strpos(lower(record_key || ' ' || reason || ' ' || topic), lower(?)) > 0)
                    ORDER BY id LIMIT ?
                    """;

    private static final String ONE = ROWS + "WHERE id = ?";

    private static final String LOCKED =
            ROWS + "WHERE id = ANY (?) AND state = 'parked' ORDER BY id FOR UPDATE";

    private static final String DECIDE =
            """
            UPDATE provisioning.parked SET state = ?, decided_by = ?, decided_at = ?, note = ?
            WHERE id = ? AND state = 'parked'
            """;

    static List<ParkedRow> page(
            StoreTransaction transaction, ParkedFilter filter, long after, int most)
            throws SQLException {
        return transaction.query(
                PAGE,
                ParkedRow::row,
                after,
                filter.state(),
                filter.service(),
                filter.service(),
                filter.reason(),
                filter.reason(),
                filter.text(),
                filter.text(),
                most);
    }

    static Optional<ParkedRow> find(StoreTransaction transaction, long id) throws SQLException {
        return transaction.first(ONE, ParkedRow::row, id);
    }

    /** Those that are still parked, kept from everybody else until the transaction's end. */
    static List<ParkedRow> locked(StoreTransaction transaction, List<Long> ids)
            throws SQLException {
        return transaction.query(LOCKED, ParkedRow::row, (Object) ids.toArray(Long[]::new));
    }

    /**
     * @return whether it was still parked
     */
    static boolean decide(
            StoreTransaction transaction,
            long id,
            String state,
            String by,
            Instant at,
            @Nullable String note)
            throws SQLException {
        return transaction.update(DECIDE, state, by, at, note, id) == 1;
    }

    private static ParkedRow row(StoredRow row) throws SQLException {
        return new ParkedRow(
                row.number("id"),
                row.text("service"),
                row.text("topic"),
                (int) row.number("partition"),
                row.number("record_offset"),
                row.text("record_key"),
                row.maybeNumber("company_id"),
                row.maybeUuid("object_id"),
                row.text("reason"),
                row.text("state"),
                (int) row.number("attempts"),
                row.instant("parked_at"),
                row.instant("last_at"),
                row.maybeText("decided_by"),
                row.maybeInstant("decided_at"),
                row.maybeText("note"),
                row.bytes("payload"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "ParkedRow[" + id + "]";
    }
}
