package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.fetcher.graph.Cost;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.lookup.LookUpConfig;
import com.learnamp.entra.fetcher.roster.Closure;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.RunEnd;
import com.learnamp.entra.messaging.TopicPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * A run's last word, after its last message in the company's bulk partition; then its row. Said
 * twice if the process dies in between, which does no harm.
 */
@ApplicationScoped
class EndRun {

    private static final Logger LOG = Logger.getLogger(EndRun.class);

    private final DirectoryStore store;
    private final Listings listings;
    private final ListedMembers members;
    private final Closure closure;
    private final Roster roster;
    private final Connections connections;
    private final TopicPublisher publisher;
    private final LookUpConfig lookUps;
    private final ListingConfig config;
    private final WakeUps wakeUps;
    private final Clock clock;

    EndRun(
            DirectoryStore store,
            Listings listings,
            ListedMembers members,
            Closure closure,
            Roster roster,
            Connections connections,
            TopicPublisher publisher,
            LookUpConfig lookUps,
            ListingConfig config,
            WakeUps wakeUps,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.members = members;
        this.closure = closure;
        this.roster = roster;
        this.connections = connections;
        this.publisher = publisher;
        this.lookUps = lookUps;
        this.config = config;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    void complete(RunStep step) {
        Listing listing = step.listing();
        end(
                step.lease(),
                listing,
                new RunEnd.Complete(),
                step.spending().soFar(),
                connection -> {
                    Instant now = clock.instant();
                    Instant again = now.plus(config.groupChangeSecondLook());
                    if (listings.hasMissed(connection, listing.run())) {
                        // Nor has it shown every nested group, perhaps.
                        listings.queueAfterMissed(connection, listing.run(), now, again);
                    } else {
                        closure.prune(connection, listing.company(), listing.firstVersion());
                    }
                    roster.retire(connection, listing.company(), listing.group());
                    roster.forgetDeparted(
                            connection,
                            listing.tenant(),
                            clock.instant().minus(lookUps.keepDeparted()));
                    connections.ok(connection, step.settings(), null, null);
                    listings.queueSecondLook(connection, listing.run(), now, again);
                });
        // Groups that it has found get their delta links at once.
        wakeUps.wake(listing.tenant(), TenantTask.Kind.FOLLOW);
    }

    void failed(RunStep step, Trouble trouble) {
        failed(step, new RunEnd.Failed(trouble.category(), trouble.message()), trouble);
    }

    /** For failures that say nothing about the connection. */
    void failed(RunStep step, RunEnd.Failed failure) {
        end(step.lease(), step.listing(), failure, step.spending().soFar(), connection -> {});
    }

    void superseded(Lease lease, Listing listing) {
        end(lease, listing, new RunEnd.Superseded(), Cost.NONE, connection -> {});
    }

    private void failed(RunStep step, RunEnd.Failed failure, Trouble trouble) {
        IntegrationSettings settings = step.settings();
        end(
                step.lease(),
                step.listing(),
                failure,
                step.spending().soFar(),
                connection -> connections.troubled(connection, settings, trouble));
    }

    private void end(Lease lease, Listing listing, RunEnd end, Cost cost, Also also) {
        Version first = Objects.requireNonNullElseGet(listing.first(), lease::nextVersion);
        Instant now = clock.instant();
        lease.check();
        publisher.publish(
                Topic.USERS_BULK,
                List.of(
                        new RunEnded(
                                listing.company(),
                                listing.run(),
                                listing.trigger(),
                                listing.revision(),
                                listing.requestedAt(),
                                first,
                                listing.people(),
                                end.outcome(),
                                now)));
        store.under(
                lease,
                connection -> {
                    listings.end(connection, listing.run(), end, first, now, cost);
                    members.forget(connection, listing.run());
                    also.write(connection);
                    return true;
                });
        LOG.infof(
                "run ended run=%s company=%s outcome=%s people=%d",
                listing.run(), listing.company(), end.state(), listing.people());
    }

    /** What else an end is written with. */
    @FunctionalInterface
    private interface Also {
        void write(Connection connection) throws SQLException;
    }
}
