package com.learnamp.entra.console.pause;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands still, or did.
 *
 * @param company null: all companies
 * @param what reads or writes
 * @param lane live or bulk; null: both
 */
record Pause(
        long id,
        @Nullable Long company,
        String what,
        @Nullable String lane,
        String reason,
        String pausedBy,
        Instant pausedAt,
        @Nullable String resumedBy,
        @Nullable Instant resumedAt) {

    static final String BOTH = "both";
    static final List<String> KINDS = List.of("reads", "writes");
    static final Set<String> LANES = Set.of("live", "bulk");

    private static final String LATEST =
            """
            SELECT id, company_id, what, lane, reason, paused_by, paused_at, resumed_by, resumed_at
            FROM provisioning.pauses WHERE resumed_at IS NULL OR resumed_at > ?
            ORDER BY resumed_at IS NULL DESC, paused_at DESC, id LIMIT 100
            """;

    private static final String BEGIN =
            """
            INSERT INTO provisioning.pauses (company_id, what, lane, reason, paused_by, paused_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String END =
            """
            UPDATE provisioning.pauses SET resumed_by = ?, resumed_at = ?
            WHERE resumed_at IS NULL AND company_id IS NOT DISTINCT FROM ? AND what = ANY (?)
              AND (?::text IS NULL OR lane = ?)
            """;

    /**
     * What is asked for.
     *
     * @param what reads, writes or both
     * @param lane null: both lanes
     */
    record Wish(@Nullable CompanyId company, String what, @Nullable String lane) {

        List<String> kinds() {
            return what.equals(BOTH) ? KINDS : List.of(what);
        }

        @Nullable Long companyNumber() {
            return company == null ? null : Long.valueOf(company.value());
        }
    }

    /** Those in force, and those that ended since then. */
    static List<Pause> latest(StoreTransaction transaction, Instant since) throws SQLException {
        return transaction.query(LATEST, Pause::row, since);
    }

    /** What stands still already goes on doing so. */
    static void begin(
            StoreTransaction transaction, Wish wish, String reason, String by, Instant now)
            throws SQLException {
        for (String kind : wish.kinds()) {
            transaction.update(BEGIN, wish.companyNumber(), kind, wish.lane(), reason, by, now);
        }
    }

    /**
     * @return how many pauses ended
     */
    static int end(StoreTransaction transaction, Wish wish, String by, Instant now)
            throws SQLException {
        return transaction.update(
                END,
                by,
                now,
                wish.companyNumber(),
                wish.kinds().toArray(String[]::new),
                wish.lane(),
                wish.lane());
    }

    private static Pause row(StoredRow row) throws SQLException {
        return new Pause(
                row.number("id"),
                row.maybeNumber("company_id"),
                row.text("what"),
                row.maybeText("lane"),
                row.text("reason"),
                row.text("paused_by"),
                row.instant("paused_at"),
                row.maybeText("resumed_by"),
                row.maybeInstant("resumed_at"));
    }
}
