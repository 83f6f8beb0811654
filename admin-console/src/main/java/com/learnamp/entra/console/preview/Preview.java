package com.learnamp.entra.console.preview;

import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunRows;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the first sync with the company's present group would do, as long as it can be confirmed.
 *
 * @param run that made it
 * @param current whether the settings are still those that it was made with
 * @param figures how many people it would create, change and so on; {@code waiting}: who would come
 *     to a review, since the change of group alone deactivates nobody
 */
public record Preview(
        UUID run,
        long revision,
        boolean current,
        Instant madeAt,
        Instant expiresAt,
        SyncRun.Figures figures) {

    private static final String OPEN =
            """
            SELECT p.run_id, p.revision, p.made_at, p.expires_at, p.revision = i.revision AS current
            FROM provisioning.previews p JOIN provisioning.integrations i ON i.company_id = p.company_id
            WHERE p.company_id = learnamp.current_company() AND p.confirmed_at IS NULL AND p.expires_at > ?
            """;

    /** Empty if there is none to confirm. */
    public static Optional<Preview> open(StoreTransaction transaction, Instant now)
            throws SQLException {
        Optional<Row> row = transaction.first(OPEN, Preview::row, now);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        @Nullable SyncRun run =
                SyncRunRows.find(transaction, new SyncRunId(row.get().run())).orElse(null);
        return run == null
                ? Optional.empty()
                : Optional.of(
                        new Preview(
                                row.get().run(),
                                row.get().revision(),
                                row.get().current(),
                                row.get().madeAt(),
                                row.get().expiresAt(),
                                run.figures()));
    }

    private record Row(
            UUID run, long revision, boolean current, Instant madeAt, Instant expiresAt) {}

    private static Row row(StoredRow row) throws SQLException {
        return new Row(
                row.uuid("run_id"),
                row.number("revision"),
                row.truth("current"),
                row.instant("made_at"),
                row.instant("expires_at"));
    }
}
