package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.graph.GroupChange;
import com.learnamp.entra.graph.UserChange;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A page of changes becomes hints, in the transaction that keeps the link to the next page. */
@ApplicationScoped
class QueueChanges {

    /** What else is written in the transaction. */
    @FunctionalInterface
    interface Checkpoint {
        void write(Connection connection) throws SQLException;
    }

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Roster roster;
    private final Listings listings;
    private final ListingConfig config;
    private final WakeUps wakeUps;
    private final MeterRegistry meters;
    private final Clock clock;

    QueueChanges(
            DirectoryStore store,
            PendingLookUps pending,
            Roster roster,
            Listings listings,
            ListingConfig config,
            WakeUps wakeUps,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.roster = roster;
        this.listings = listings;
        this.config = config;
        this.wakeUps = wakeUps;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whatever a delta says of a user: what is stored comes from a look-up. */
    void users(Lease lease, List<UserChange> changes, Checkpoint checkpoint) {
        List<Hint> hints =
                changes.stream().map(change -> hint(lease, change.user(), Hint.Kind.USER)).toList();
        write(
                lease,
                List.of(),
                hints,
                connection -> {
                    checkpoint.write(connection);
                    pending.add(connection, reports(connection, lease, changes));
                });
    }

    /**
     * Of managers who were deleted or have come back: Graph says nothing of their reports, and of a
     * manager outside the group nobody else would hear.
     */
    private List<Hint> reports(Connection connection, Lease lease, List<UserChange> changes)
            throws SQLException {
        Set<EntraObjectId> gone = new HashSet<>();
        Set<EntraObjectId> there = new HashSet<>();
        for (UserChange change : changes) {
            switch (change) {
                case UserChange.Removed removed -> gone.add(new EntraObjectId(removed.user()));
                case UserChange.Changed changed -> there.add(new EntraObjectId(changed.user()));
            }
        }
        Set<EntraObjectId> reports =
                new HashSet<>(
                        roster.formerReports(connection, lease.tenant(), there, Instant.EPOCH));
        if (!gone.isEmpty()) {
            reports.addAll(roster.reports(connection, lease.tenant(), gone));
        }
        return reports.stream().map(report -> hint(lease, report.value(), Hint.Kind.USER)).toList();
    }

    void groups(
            Lease lease,
            List<IntegrationSettings> companies,
            List<GroupChange> changes,
            Checkpoint checkpoint) {
        List<Hint> hints = new ArrayList<>();
        boolean anew = false;
        for (GroupChange change : changes) {
            switch (change) {
                case GroupChange.Removed removed -> anew = true;
                case GroupChange.Changed changed -> {
                    anew |= !changed.nested().isEmpty();
                    hints.addAll(people(lease, changed.added(), changed, Hint.Kind.UNTYPED));
                    hints.addAll(people(lease, changed.removed(), changed, Hint.Kind.USER));
                }
            }
        }
        write(lease, anew ? companies : List.of(), hints, checkpoint);
    }

    /** Nobody can say any more what has changed. */
    void listEverything(Lease lease, List<IntegrationSettings> companies, Checkpoint checkpoint) {
        write(lease, companies, List.of(), checkpoint);
    }

    private void write(
            Lease lease,
            List<IntegrationSettings> toList,
            List<Hint> hints,
            Checkpoint checkpoint) {
        Instant now = clock.instant();
        int queued =
                store.under(
                        lease,
                        connection -> {
                            for (IntegrationSettings company : toList) {
                                listings.queueGroupChange(
                                        connection,
                                        company,
                                        now,
                                        now.plus(config.groupChangeDelay()));
                            }
                            checkpoint.write(connection);
                            return pending.add(connection, hints);
                        });
        meters.counter("delta.hints").increment(queued);
        wakeUps.wake(lease.tenant(), TenantTask.Kind.LOOK_UP);
    }

    private List<Hint> people(
            Lease lease, Set<UUID> members, GroupChange.Changed change, Hint.Kind kind) {
        return members.stream()
                .filter(member -> !change.nested().contains(member))
                .map(member -> hint(lease, member, kind))
                .toList();
    }

    private Hint hint(Lease lease, UUID object, Hint.Kind kind) {
        Instant now = clock.instant();
        return new Hint(
                lease.tenant(),
                new EntraObjectId(object),
                kind,
                Origin.Cause.DELTA,
                null,
                now,
                now);
    }
}
