package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.connection.CheckConnections;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.LeaseConfig;
import com.learnamp.entra.fetcher.lease.TenantLeases;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.subscription.Subscriptions;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Which tenants this process owns. In every tick tenants without an owner are claimed, up to this
 * process' share of them; those without work are given back, and those above the share; and threads
 * with due work are woken. Leases are renewed apart from that, so that nothing can hold it up.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>the settings; {@code directory.replica}, {@code listings}, {@code
 *     subscriptions}</td></tr>
 * <tr><td>out</td><td>threads, one for each tenant and task</td></tr>
 * <tr><td>state</td><td>{@code directory.tenant_lease}</td></tr>
 * <tr><td>duplicates</td><td>one owner; a former one is fenced by its epoch</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>none</td></tr>
 * <tr><td>transient failure</td><td>leases run out, and are claimed again</td></tr>
 * </table>
 */
@ApplicationScoped
public class OwnTenants {

    private static final Logger LOG = Logger.getLogger(OwnTenants.class);

    private final TenantLeases leases;
    private final DirectoryStore store;
    private final SettingsTable settings;
    private final Listings listings;
    private final Subscriptions subscriptions;
    private final CheckConnections checks;
    private final Instance<TenantTask> tasks;
    private final WakeUps wakeUps;
    private final LeaseConfig config;
    private final WakeDue wakeDue;
    private final Map<EntraTenantId, Lease> owned = new ConcurrentHashMap<>();

    OwnTenants(
            TenantLeases leases,
            DirectoryStore store,
            SettingsTable settings,
            Listings listings,
            Subscriptions subscriptions,
            CheckConnections checks,
            @Any Instance<TenantTask> tasks,
            WakeUps wakeUps,
            LeaseConfig config,
            WakeDue wakeDue) {
        this.leases = leases;
        this.store = store;
        this.settings = settings;
        this.listings = listings;
        this.subscriptions = subscriptions;
        this.checks = checks;
        this.tasks = tasks;
        this.wakeUps = wakeUps;
        this.config = config;
        this.wakeDue = wakeDue;
    }

    void renew() {
        leases.renew(List.copyOf(owned.values()));
    }

    void tick() {
        owned.values().removeIf(lease -> !lease.isHeld());
        Set<EntraTenantId> wanted = wanted();
        Share share = Share.of(wanted.size(), leases.alive());
        List.copyOf(owned.values()).stream()
                .filter(lease -> !wanted.contains(lease.tenant()))
                .forEach(this::giveBack);
        owned.values().stream()
                .limit(share.excess(owned.size(), config.givenBackAtOnce()))
                .toList()
                .forEach(this::giveBack);
        leases.claim(unowned(wanted, share)).forEach(this::start);
        wakeDue.wake(owned());
        checks.answerPending();
    }

    /** Gives every tenant back at once, so that a successor does not wait. */
    void stop() {
        leases.leave();
        List.copyOf(owned.values()).forEach(this::giveBack);
    }

    Set<EntraTenantId> owned() {
        return Set.copyOf(owned.keySet());
    }

    /** Tenants with an active company; and those where something has to be ended. */
    private Set<EntraTenantId> wanted() {
        Set<EntraTenantId> wanted = new HashSet<>();
        settings.all().stream()
                .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                .forEach(company -> wanted.add(company.tenant()));
        store.transaction(connection -> {
            wanted.addAll(listings.openTenants(connection));
            return wanted.addAll(subscriptions.tenants(connection));
        });
        return wanted;
    }

    private List<EntraTenantId> unowned(Set<EntraTenantId> wanted, Share share) {
        List<EntraTenantId> unowned = new ArrayList<>(wanted);
        unowned.removeAll(owned.keySet());
        Collections.shuffle(unowned);
        int most = Math.min(share.room(owned.size()), config.claimsAtOnce());
        return unowned.subList(0, Math.min(unowned.size(), most));
    }

    private void start(Lease lease) {
        owned.put(lease.tenant(), lease);
        LOG.infof("tenant claimed tenant=%s epoch=%d", lease.tenant(), lease.epoch());
        for (TenantTask task : tasks) {
            Thread.ofVirtual()
                    .name(task.kind() + " " + lease.tenant())
                    .start(new WorkForTenant(lease, task, wakeUps));
        }
    }

    private void giveBack(Lease lease) {
        owned.remove(lease.tenant(), lease);
        lease.lose();
        for (TenantTask.Kind kind : TenantTask.Kind.values()) {
            wakeUps.wake(lease.tenant(), kind);
        }
        leases.release(lease);
        LOG.infof("tenant given back tenant=%s epoch=%d", lease.tenant(), lease.epoch());
    }
}
