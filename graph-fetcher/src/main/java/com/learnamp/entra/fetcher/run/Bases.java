package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Those of {@code directory.listings} that list nobody, and what they build on. */
@ApplicationScoped
public class Bases {

    // After a run that failed, only a full listing tells how things stand; and after a listing for
    // a
    // group's sake, whose nesting it may have read from a replica that lagged behind.
    private static final String NEWEST =
            """
            SELECT first_epoch, first_counter, started_at FROM directory.listings b
            WHERE company_id = ? AND group_id = ? AND revision = ? AND state = 'complete' AND NOT by_delta
              AND missed = 0
              AND started_at > ?
              AND NOT EXISTS (SELECT FROM directory.listings f WHERE f.company_id = b.company_id
                              AND f.state = 'failed' AND f.ended_at >= b.ended_at)
              AND NOT EXISTS (SELECT FROM directory.listings g WHERE g.company_id = b.company_id
                              AND g.trigger = 'group_change' AND g.requested_at > b.started_at - ? * interval '1 ms')
            ORDER BY ended_at DESC LIMIT 1
            """;

    private static final String BEGIN =
            """
            UPDATE directory.listings
            SET state = 'listing', by_delta = true, stage = 'changes', checkpoint = NULL, people = 0,
                started_at = coalesce(started_at, ?), first_epoch = ?, first_counter = ?
            WHERE run_id = ?
            """;

    private static final String GIVE_UP =
            """
            UPDATE directory.listings
            SET state = 'queued', by_delta = false, stage = 'scope', first_epoch = NULL, first_counter = NULL
            WHERE run_id = ?
            """;

    /**
     * Of the same group by the same settings, not older than that, and nothing has happened since
     * that only a listing tells of.
     *
     * @param staleness for how long Graph may tell what was before
     */
    public Optional<Base> newest(
            Connection connection, Listing listing, Instant since, Duration staleness)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(NEWEST)) {
            find.setLong(1, listing.company().value());
            find.setObject(2, listing.group().value());
            find.setLong(3, listing.revision());
            find.setObject(4, since.atOffset(ZoneOffset.UTC));
            find.setLong(5, staleness.toMillis());
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Base(
                                        new Version(row.getLong(1), row.getLong(2)),
                                        row.getObject(3, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    public void begin(Connection connection, SyncRunId run, Base base, Instant now)
            throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, now.atOffset(ZoneOffset.UTC));
            begin.setLong(2, base.first().epoch());
            begin.setLong(3, base.first().counter());
            begin.setObject(4, run.value());
            begin.executeUpdate();
        }
    }

    /** It becomes a full listing, which has not begun yet. */
    public void giveUp(Connection connection, SyncRunId run) throws SQLException {
        try (PreparedStatement giveUp = connection.prepareStatement(GIVE_UP)) {
            giveUp.setObject(1, run.value());
            giveUp.executeUpdate();
        }
    }
}
