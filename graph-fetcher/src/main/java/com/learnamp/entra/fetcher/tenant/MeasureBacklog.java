package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.lookup.PendingLookUps.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much work waits, of all tenants: the same number from each process. */
@ApplicationScoped
class MeasureBacklog {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Clock clock;
    private Instant measuredAt = Instant.EPOCH;
    private volatile Backlog backlog = new Backlog(0, 0);

    MeasureBacklog(
            DirectoryStore store,
            PendingLookUps pending,
            OwnTenants ownTenants,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.clock = clock;
        meters.gauge("lookups.pending", this, measured -> measured.backlog.length());
        meters.gauge(
                "lookups.oldest.due.seconds", this, measured -> measured.backlog.oldestSeconds());
        meters.gauge("tenants.owned", ownTenants, owner -> owner.owned().size());
    }

    void measureNowAndThen() {
        Instant now = clock.instant();
        if (measuredAt.plus(EVERY).isBefore(now)) {
            measuredAt = now;
            backlog = store.transaction(connection -> pending.backlog(connection, now));
        }
    }
}
