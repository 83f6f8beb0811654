package com.learnamp.entra.console.replay;

import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a replay is, written down by whoever works on it. Each word renews the lease; the answer is
 * whether it shall go on.
 */
@ApplicationScoped
class ReplayProgress {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String MADE =
            """
            UPDATE provisioning.replays
            SET messages_read = messages_read + ?, published = published + ?, partitions_done = partitions_done + ?,
                lease_until = ?
            WHERE id = ? AND state = 'running'
            """;

    private static final String END =
            """
            UPDATE provisioning.replays SET state = ?, failure = ?, ended_at = ?, lease_until = NULL
            WHERE id = ? AND state = 'running'
            """;

    /** A pause or a stop ends the lease, so that a resumption need not wait for it. */
    private static final String DECIDE =
            """
            UPDATE provisioning.replays
            SET state = ?, decided_by = ?, decided_at = ?, lease_until = NULL,
                ended_at = CASE WHEN ? = 'stopped' THEN ?::timestamptz END
            WHERE id = ? AND state = ANY (?)
            """;

    private final CompanyScope scope;
    private final Clock clock;

    ReplayProgress(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    Optional<ReplayRow> claim() {
        return ofAll(transaction ->
                ReplayRow.claim(transaction, clock.instant(), clock.instant().plus(LEASE)));
    }

    boolean made(UUID replay, long read, long published) {
        return made(replay, read, published, 0);
    }

    boolean partitionDone(UUID replay) {
        return made(replay, 0, 0, 1);
    }

    private boolean made(UUID replay, long read, long published, int partitions) {
        return ofAll(transaction ->
                transaction.update(
                                MADE,
                                read,
                                published,
                                partitions,
                                clock.instant().plus(LEASE),
                                replay)
                        == 1);
    }

    void finished(UUID replay) {
        ofAll(transaction -> transaction.update(END, "finished", null, clock.instant(), replay));
    }

    void failed(UUID replay, String why) {
        ofAll(transaction -> transaction.update(END, "failed", why, clock.instant(), replay));
    }

    /**
     * @return whether it was in a state in which that can be
     */
    static boolean decide(
            StoreTransaction transaction, UUID replay, Decision decision, String by, Clock clock)
            throws SQLException {
        return transaction.update(
                        DECIDE,
                        decision.state(),
                        by,
                        clock.instant(),
                        decision.state(),
                        clock.instant(),
                        replay,
                        decision.from().toArray(String[]::new))
                == 1;
    }

    private <T> T ofAll(CompanyScope.Work<T> work) {
        return scope.ofCompanyOrAll(Optional.empty(), work);
    }
}
