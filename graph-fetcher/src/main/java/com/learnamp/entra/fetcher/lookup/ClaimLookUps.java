package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.roster.Roster;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The next rows to work on. Hints are kept while a listing may still make somebody known; who is
 * not known by now costs nothing.
 */
@ApplicationScoped
class ClaimLookUps {

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Roster roster;
    private final MeterRegistry meters;
    private final Clock clock;

    ClaimLookUps(
            DirectoryStore store,
            PendingLookUps pending,
            Roster roster,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.roster = roster;
        this.meters = meters;
        this.clock = clock;
    }

    /** Only strangers may be due: then there is nothing to do now, but perhaps more behind them. */
    record Claim(List<PendingLookUp> rows, boolean more) {
        Claim {
            rows = List.copyOf(rows);
        }
    }

    Claim claim(Lease lease) {
        Instant now = clock.instant();
        return store.under(
                lease,
                connection -> {
                    List<PendingLookUp> due =
                            pending.due(connection, lease.tenant(), now, ReadUsers.AT_ONCE);
                    List<EntraObjectId> people = due.stream().map(PendingLookUp::object).toList();
                    Set<EntraObjectId> known = new HashSet<>();
                    roster.find(connection, lease.tenant(), people)
                            .keySet()
                            .forEach(key -> known.add(key.object()));
                    Map<PendingLookUp, Fate> strangers = new HashMap<>();
                    due.stream()
                            .filter(row -> row.kind() == Hint.Kind.USER && row.askedBy().isEmpty())
                            .filter(row -> !known.contains(row.object()) && !row.interrupted())
                            .forEach(row -> strangers.put(row, Fate.DONE));
                    pending.settle(connection, lease.tenant(), strangers);
                    meters.counter("hints.strangers").increment(strangers.size());
                    List<PendingLookUp> rows =
                            due.stream().filter(row -> !strangers.containsKey(row)).toList();
                    pending.take(connection, lease.tenant(), rows);
                    return new Claim(rows, !due.isEmpty());
                });
    }

    /** Nobody of a tenant without an active company is looked at. */
    void forget(Lease lease) {
        store.under(
                lease,
                connection -> {
                    pending.forget(connection, lease.tenant());
                    return true;
                });
    }
}
