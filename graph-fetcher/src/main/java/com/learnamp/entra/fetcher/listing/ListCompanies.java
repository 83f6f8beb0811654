package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.graph.Spending;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.run.Listing;
import com.learnamp.entra.fetcher.run.ListingConfig;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.run.Stage;
import com.learnamp.entra.fetcher.subscription.SubscriptionConfig;
import com.learnamp.entra.fetcher.subscription.Subscriptions;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Full syncs, one step a turn: each begins with what the row says and ends with a row that says
 * more, so that whoever owns the tenant next goes on from there.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code directory.listings}; Graph, page by page</td></tr>
 * <tr><td>out</td><td>{@code entra.users-bulk.v1}: snapshots, departures, the run's end</td></tr>
 * <tr><td>state</td><td>{@code directory.listings}, {@code listed_member}, {@code roster}, {@code
 *     closure}, {@code connections}</td></tr>
 * <tr><td>duplicates</td><td>a page read twice has a newer version; a run is written down once</td></tr>
 * <tr><td>order</td><td>page after page, the run's end last, all in the company's partition</td></tr>
 * <tr><td>permanent failure</td><td>the run ends as failed, with a message; nobody leaves by it</td></tr>
 * <tr><td>transient failure</td><td>the row waits; a lost page begins the stage anew</td></tr>
 * </table>
 */
@ApplicationScoped
class ListCompanies implements TenantTask {

    private static final Turn IDLE = new Turn.Rest(Duration.ofSeconds(30));
    private static final Turn SOON = new Turn.Pause(Duration.ofMillis(200));
    private static final int TROUBLED_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DirectoryStore store;
    private final Listings listings;
    private final Subscriptions subscriptions;
    private final SubscriptionConfig subscribing;
    private final SettingsTable settings;
    private final GraphTenants graph;
    private final ListingSteps steps;
    private final RecoverListing recover;
    private final EndRun endRun;
    private final Clock clock;
    private final Semaphore slots;
    private final Semaphore slotsOfTroubled = new Semaphore(TROUBLED_AT_ONCE, true);

    ListCompanies(
            DirectoryStore store,
            Listings listings,
            Subscriptions subscriptions,
            SubscriptionConfig subscribing,
            SettingsTable settings,
            GraphTenants graph,
            ListingSteps steps,
            RecoverListing recover,
            EndRun endRun,
            ListingConfig config,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.subscriptions = subscriptions;
        this.subscribing = subscribing;
        this.settings = settings;
        this.graph = graph;
        this.steps = steps;
        this.recover = recover;
        this.endRun = endRun;
        this.clock = clock;
        this.slots = new Semaphore(config.atOnce(), true);
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    public Turn turn(Lease lease) {
        Optional<Listing> next =
                store.transaction(
                        connection -> listings.next(connection, lease.tenant(), clock.instant()));
        return next.isEmpty() ? IDLE : turn(lease, next.get());
    }

    private Turn turn(Lease lease, Listing listing) {
        Optional<IntegrationSettings> known =
                settings.awaitRevision(listing.company(), listing.newestRevision(), PATIENCE);
        if (known.isEmpty()) {
            return new Turn.Pause(PATIENCE); // The settings topic is behind; they come.
        }
        if (overtaken(listing, known.get())) {
            endRun.superseded(lease, listing);
            return Turn.AGAIN;
        }
        if (!listing.begun() && !isCalled(lease)) {
            return SOON;
        }
        inSlot(
                new RunStep(
                        lease, listing, known.get(), graph.bulk(lease.tenant()), new Spending()));
        return Turn.AGAIN;
    }

    /** What changes while a listing runs must be called out, or it is missed until the next one. */
    private boolean isCalled(Lease lease) {
        return subscribing.keys().isEmpty()
                || store.transaction(
                        connection -> subscriptions.wereTried(connection, lease.tenant()));
    }

    private static boolean overtaken(Listing listing, IntegrationSettings known) {
        return known.status() == IntegrationSettings.Status.DISCONNECTED
                || known.revision() > listing.revision();
    }

    /** Tenants whose Graph does not answer wait for their time-outs among themselves. */
    private void inSlot(RunStep step) {
        Semaphore slot = step.listing().attempts() == 0 ? slots : slotsOfTroubled;
        try {
            slot.acquire();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        try {
            make(step);
        } catch (GraphException failure) {
            recover.after(step, failure);
        } finally {
            slot.release();
        }
    }

    private void make(RunStep step) {
        if (step.listing().begun() && step.listing().stage() == Stage.END) {
            endRun.complete(step);
        } else {
            steps.make(step).ifPresent(trouble -> endRun.failed(step, trouble));
        }
    }
}
