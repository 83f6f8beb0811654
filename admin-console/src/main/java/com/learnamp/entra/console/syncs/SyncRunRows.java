package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs of the transaction's company, with what graph-fetcher tells of them. */
public final class SyncRunRows {

    private static final String RUNS =
            """
            SELECT r.id, r.trigger, r.requested_by, r.requested_at, r.revision, r.state, r.ended_at,
                   r.failure_category, r.failure_message, r.people, r.created, r.linked, r.updated, r.unchanged,
                   r.deactivated, r.reactivated, r.rejected, r.parked, r.looked_up, r.waiting,
                   l.state AS stage, l.people AS people_read, l.people_expected, l.pages, l.requests, l.resource_units,
                   l.by_delta, l.restarts, l.waits_until,
                   l.waits_until IS NOT NULL AND EXISTS (
                       SELECT FROM directory.connections c
                       WHERE c.company_id = r.company_id AND c.state = 'unreachable') AS unreachable,
                   (SELECT o.run_id FROM directory.listings o
                    WHERE l.state = 'queued' AND o.company_id = r.company_id AND o.run_id <> r.id
                      AND o.state IN ('listing', 'checking_leavers')
                    ORDER BY o.requested_at LIMIT 1) AS behind,
                   coalesce(p.looked_at, 0) AS photos_looked_at, coalesce(p.unchanged, 0) AS photos_unchanged,
                   coalesce(p.fetched, 0) AS photos_fetched, coalesce(p.removed, 0) AS photos_removed,
                   coalesce(p.refused, 0) AS photos_refused,
                   (SELECT count(*) FROM provisioning.photo_lookups w
                    WHERE w.company_id = r.company_id AND w.run_id = r.id) AS photos_waiting
            FROM provisioning.sync_runs r LEFT JOIN directory.listings l ON l.run_id = r.id
            LEFT JOIN provisioning.photo_figures p ON p.company_id = r.company_id AND p.run_id = r.id
            """;

    private static final String ONE = RUNS + "WHERE r.id = ?";

    /** Group changes come and go by themselves; whoever presses Sync users does not join one. */
    private static final String RUNNING =
            RUNS + "WHERE r.state = 'running' AND r.trigger <> 'group_change'";

    private static final String LATEST = RUNS + "ORDER BY r.requested_at DESC, r.id LIMIT ?";

    private static final String FILTERED =
            RUNS
                    + "WHERE (?::text IS NULL OR r.trigger = ?) AND (?::text IS NULL OR r.state = ?)"
                    + " AND r.requested_at >= ? AND r.requested_at < ?"
                    + " ORDER BY r.requested_at DESC, r.id LIMIT ?";

    private static final String LAST_COMPLETE =
            RUNS
                    + "WHERE r.state = 'finished' AND r.trigger <> 'group_change'"
                    + " ORDER BY r.requested_at DESC, r.id LIMIT 1";

    private SyncRunRows() {}

    public static Optional<SyncRun> find(StoreTransaction transaction, SyncRunId id)
            throws SQLException {
        return transaction.first(ONE, SyncRunRows::run, id.value());
    }

    public static Optional<SyncRun> running(StoreTransaction transaction) throws SQLException {
        return transaction.first(RUNNING, SyncRunRows::run);
    }

    /** Newest first. */
    public static List<SyncRun> latest(StoreTransaction transaction, int most) throws SQLException {
        return transaction.query(LATEST, SyncRunRows::run, most);
    }

    /** Newest first. */
    public static List<SyncRun> of(StoreTransaction transaction, RunFilter filter, int most)
            throws SQLException {
        @Nullable String trigger = word(filter.trigger());
        @Nullable String state = word(filter.state());
        return transaction.query(
                FILTERED,
                SyncRunRows::run,
                trigger,
                trigger,
                state,
                state,
                filter.from(),
                filter.before(),
                most);
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : StoredWords.of(constant);
    }

    /** The last time that everybody was compared. */
    public static Optional<SyncRun> lastComplete(StoreTransaction transaction) throws SQLException {
        return transaction.first(LAST_COMPLETE, SyncRunRows::run);
    }

    private static SyncRun run(StoredRow row) throws SQLException {
        return new SyncRun(
                new SyncRunId(row.uuid("id")),
                RunTrigger.valueOf(upper(row.text("trigger"))),
                row.maybeText("requested_by"),
                row.instant("requested_at"),
                row.number("revision"),
                SyncRun.State.valueOf(upper(row.text("state"))),
                row.maybeInstant("ended_at"),
                failure(row),
                progress(row),
                figures(row),
                photos(row));
    }

    private static SyncRun.@Nullable Failure failure(StoredRow row) throws SQLException {
        @Nullable String category = row.maybeText("failure_category");
        @Nullable String message = row.maybeText("failure_message");
        return category == null && message == null ? null : new SyncRun.Failure(category, message);
    }

    private static SyncRun.@Nullable Progress progress(StoredRow row) throws SQLException {
        @Nullable String stage = row.maybeText("stage");
        @Nullable UUID behind = row.maybeUuid("behind");
        return stage == null
                ? null
                : new SyncRun.Progress(
                        SyncRun.Progress.Stage.valueOf(upper(stage)),
                        row.number("people_read"),
                        row.maybeNumber("people_expected"),
                        row.number("pages"),
                        row.number("requests"),
                        row.number("resource_units"),
                        row.truth("by_delta"),
                        row.number("restarts"),
                        row.maybeInstant("waits_until"),
                        row.truth("unreachable"),
                        behind == null ? null : new SyncRunId(behind));
    }

    private static SyncRun.Figures figures(StoredRow row) throws SQLException {
        return new SyncRun.Figures(
                row.number("people"),
                row.number("created"),
                row.number("linked"),
                row.number("updated"),
                row.number("unchanged"),
                row.number("deactivated"),
                row.number("reactivated"),
                row.number("rejected"),
                row.number("parked"),
                row.number("looked_up"),
                row.number("waiting"));
    }

    private static SyncRun.Photos photos(StoredRow row) throws SQLException {
        return new SyncRun.Photos(
                row.number("photos_looked_at"),
                row.number("photos_unchanged"),
                row.number("photos_fetched"),
                row.number("photos_removed"),
                row.number("photos_refused"),
                row.number("photos_waiting"));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
