package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.fetcher.roster.RosterWrite;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.messaging.TopicPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What look-ups have shown: to Kafka first, and once Kafka has it, written down. */
@ApplicationScoped
class TellLookedUp {

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Roster roster;
    private final HintReports hintReports;
    private final LeaveOutErased leaveOutErased;
    private final Connections connections;
    private final Listings listings;
    private final TopicPublisher publisher;
    private final LookUpConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    TellLookedUp(
            DirectoryStore store,
            PendingLookUps pending,
            Roster roster,
            HintReports hintReports,
            LeaveOutErased leaveOutErased,
            Connections connections,
            Listings listings,
            TopicPublisher publisher,
            LookUpConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.roster = roster;
        this.hintReports = hintReports;
        this.leaveOutErased = leaveOutErased;
        this.connections = connections;
        this.listings = listings;
        this.publisher = publisher;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param standingStill companies that are not told: a listing waits for each, since the rows
     *     are settled for all companies of the tenant
     */
    void tell(
            Lease lease,
            Tellings read,
            Map<PendingLookUp, Fate> fates,
            List<IntegrationSettings> standingStill) {
        Tellings tellings = leaveOutErased.of(read);
        Map<CompanyId, Integer> unannounced = unannounced(tellings);
        lease.check();
        publisher.publish(Topic.USERS, tellings.messages());
        Tellings written =
                store.under(
                        lease,
                        connection -> {
                            Tellings rest = leaveOutErased.of(connection, tellings);
                            Set<RosterKey> applied =
                                    roster.write(connection, lease.tenant(), rest.writes());
                            readAgainWhereNewer(rest.writes(), applied, fates);
                            pending.settle(connection, lease.tenant(), fates);
                            hintReports.write(connection, lease.tenant(), tellings);
                            connections.reached(connection, lease.tenant());
                            write(connection, unannounced);
                            for (IntegrationSettings company : standingStill) {
                                Instant now = clock.instant();
                                listings.queueGroupChange(connection, company, now, now);
                            }
                            return rest;
                        });
        leaveOutErased.cover(tellings, written);
        unannounced
                .values()
                .forEach(changes -> meters.counter("changes.unannounced").increment(changes));
    }

    /** A listing has told something newer meanwhile; whichever is right, another reading tells. */
    private void readAgainWhereNewer(
            List<RosterWrite> writes, Set<RosterKey> applied, Map<PendingLookUp, Fate> fates) {
        Set<EntraObjectId> newer = new HashSet<>();
        writes.stream()
                .filter(write -> !applied.contains(write.key()))
                .forEach(write -> newer.add(write.key().object()));
        fates.replaceAll((row, fate) ->
                newer.contains(row.object())
                        ? new Fate.ReadAgain(clock.instant().plus(config.firstPause()))
                        : fate);
    }

    private void write(Connection connection, Map<CompanyId, Integer> unannounced)
            throws SQLException {
        for (Map.Entry<CompanyId, Integer> changes : unannounced.entrySet()) {
            connections.unannounced(
                    connection, changes.getKey(), changes.getValue(), clock.instant());
        }
    }

    /** Changes of which only a delta has told: no notification came, or not yet. */
    private static Map<CompanyId, Integer> unannounced(Tellings tellings) {
        Map<CompanyId, Integer> changes = new HashMap<>();
        for (UserMessage message : tellings.messages()) {
            if (cause(message) == Origin.Cause.DELTA) {
                changes.merge(message.company(), 1, Integer::sum);
            }
        }
        return changes;
    }

    private static Origin.Cause cause(UserMessage message) {
        return switch (message) {
            case UserSnapshot snapshot -> snapshot.origin().cause();
            case UserOutOfScope departure -> departure.origin().cause();
            case RunEnded ended -> throw new IllegalStateException("a look-up ends no run");
        };
    }
}
