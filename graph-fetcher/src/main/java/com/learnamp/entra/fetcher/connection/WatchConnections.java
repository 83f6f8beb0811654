package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at connections that were not well, until they are, and makes up for the run that it
 * cost.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code directory.connections}; Graph: organization, group, a page of members</td></tr>
 * <tr><td>out</td><td>{@code directory.connections}; a listing once all is well</td></tr>
 * <tr><td>state</td><td>none</td></tr>
 * <tr><td>duplicates</td><td>do no harm</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>is what the row says</td></tr>
 * <tr><td>transient failure</td><td>is what the row says; the next look comes by itself</td></tr>
 * </table>
 */
@ApplicationScoped
class WatchConnections implements TenantTask {

    private final DirectoryStore store;
    private final Connections connections;
    private final Listings listings;
    private final SettingsTable settings;
    private final GraphTenants graph;
    private final CountRequests counts;
    private final ConnectionConfig config;
    private final Clock clock;

    WatchConnections(
            DirectoryStore store,
            Connections connections,
            Listings listings,
            SettingsTable settings,
            GraphTenants graph,
            CountRequests counts,
            ConnectionConfig config,
            Clock clock) {
        this.store = store;
        this.connections = connections;
        this.listings = listings;
        this.settings = settings;
        this.graph = graph;
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.WATCH;
    }

    @Override
    public Turn turn(Lease lease) {
        List<IntegrationSettings> active =
                settings.ofTenant(lease.tenant()).stream()
                        .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                        .toList();
        for (IntegrationSettings company : active) {
            if (!store.transaction(connection -> connections.isOk(connection, company))) {
                look(lease, company);
            }
            makeUp(lease, company);
        }
        return new Turn.Rest(config.watchEvery());
    }

    /** A run that trouble ended is not lost: once all is well, everybody is listed. */
    private void makeUp(Lease lease, IntegrationSettings company) {
        store.under(
                lease,
                connection -> {
                    if (connections.isOk(connection, company)
                            && listings.wasEndedByTrouble(connection, company)) {
                        Instant now = clock.instant();
                        listings.queueGroupChange(connection, company, now, now);
                    }
                    return true;
                });
    }

    private void look(Lease lease, IntegrationSettings company) {
        GraphTenant tenant = graph.live(lease.tenant());
        try {
            @Nullable String tenantName = TenantName.read(tenant);
            switch (ReadGroup.read(tenant, company.group())) {
                case ReadGroup.Found.Standing standing ->
                        well(lease, company, standing.name(), tenantName);
                case ReadGroup.Found.Faulty faulty -> troubled(lease, company, faulty.trouble());
            }
        } catch (GraphException failure) {
            counts.failed(failure);
            Optional<Trouble> trouble = Trouble.of(failure);
            trouble.ifPresent(found -> troubled(lease, company, found));
        }
    }

    /** That a group has shrunk is not answered by its being there: only by a complete listing. */
    private void well(
            Lease lease,
            IntegrationSettings company,
            @Nullable String groupName,
            @Nullable String tenantName) {
        store.under(
                lease,
                connection -> {
                    Set<CompanyId> shrunk =
                            connections.withCategory(
                                    connection, lease.tenant(), Trouble.GROUP_SHRUNK);
                    if (!shrunk.contains(company.company())) {
                        connections.ok(connection, company, groupName, tenantName);
                    }
                    return true;
                });
    }

    private void troubled(Lease lease, IntegrationSettings company, Trouble trouble) {
        store.under(
                lease,
                connection -> {
                    connections.troubled(connection, company, trouble);
                    return true;
                });
    }
}
