package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.replay.Replay.ReplayStart;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is stored: what was asked for, by whom and why, and how far it is.
 *
 * @param partitionsDone of those in which there can be something, in their order
 */
record ReplayRow(
        Replay replay,
        String reason,
        String requestedBy,
        Instant requestedAt,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        int partitionsDone,
        long read,
        long published,
        @Nullable String failure,
        @Nullable Instant endedAt) {

    private static final String COLUMNS =
            """
            id, company_id, object_id, target, start_topic, start_offset, start_time, trial, reason, requested_by,
            requested_at, state, decided_by, decided_at, partitions_done, messages_read, published, failure, ended_at
            """;

    private static final String ADD =
            """
            INSERT INTO provisioning.replays (
                id, company_id, object_id, target, start_topic, start_offset, start_time, trial, reason, requested_by,
                requested_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ONE =
            "SELECT " + COLUMNS + " FROM provisioning.replays WHERE id = ?";

    private static final String LATEST =
            "SELECT "
                    + COLUMNS
                    + " FROM provisioning.replays ORDER BY requested_at DESC, id LIMIT ?";

    /** The longest waiting of those that nobody works on. */
    private static final String CLAIM =
            """
            UPDATE provisioning.replays SET lease_until = ?
            WHERE id = (SELECT id FROM provisioning.replays
                        WHERE state = 'running' AND (lease_until IS NULL OR lease_until < ?)
                        ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING
            """
                    + COLUMNS;

    static void add(
            StoreTransaction transaction, Replay replay, String reason, String by, Instant at)
            throws SQLException {
        ReplayStart start = replay.start();
        transaction.update(
                ADD,
                replay.id(),
                replay.company() == null ? null : replay.company().value(),
                replay.person() == null ? null : replay.person().value(),
                StoredWords.of(replay.target()),
                start instanceof ReplayStart.Offset offset ? offset.topic() : null,
                start instanceof ReplayStart.Offset offset ? offset.offset() : null,
                start instanceof ReplayStart.At from ? from.time() : null,
                replay.trial(),
                reason,
                by,
                at);
    }

    static Optional<ReplayRow> find(StoreTransaction transaction, UUID id) throws SQLException {
        return transaction.first(ONE, ReplayRow::row, id);
    }

    static List<ReplayRow> latest(StoreTransaction transaction, int most) throws SQLException {
        return transaction.query(LATEST, ReplayRow::row, most);
    }

    static Optional<ReplayRow> claim(StoreTransaction transaction, Instant now, Instant until)
            throws SQLException {
        return transaction.first(CLAIM, ReplayRow::row, until, now);
    }

    private static ReplayRow row(StoredRow row) throws SQLException {
        @Nullable Long company = row.maybeNumber("company_id");
        @Nullable UUID person = row.maybeUuid("object_id");
        return new ReplayRow(
                new Replay(
                        row.uuid("id"),
                        company == null ? null : new CompanyId(company),
                        person == null ? null : new EntraObjectId(person),
                        ReplayTarget.valueOf(row.text("target").toUpperCase(Locale.ROOT)),
                        start(row),
                        row.truth("trial")),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.text("state"),
                row.maybeText("decided_by"),
                row.maybeInstant("decided_at"),
                (int) row.number("partitions_done"),
                row.number("messages_read"),
                row.number("published"),
                row.maybeText("failure"),
                row.maybeInstant("ended_at"));
    }

    private static ReplayStart start(StoredRow row) throws SQLException {
        @Nullable String topic = row.maybeText("start_topic");
        if (topic != null) {
            return new ReplayStart.Offset(topic, row.number("start_offset"));
        }
        @Nullable Instant time = row.maybeInstant("start_time");
        return time == null ? new ReplayStart.Beginning() : new ReplayStart.At(time);
    }
}
