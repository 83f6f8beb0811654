package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.connection.ReadGroup;
import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.fetcher.roster.RosterWrite;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.messaging.SettingsTable;
import com.learnamp.entra.messaging.TopicPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Graph says now about the people in a tenant's queue, told to each company of the tenant.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code directory.pending_lookup}, ten due rows at a time; Graph</td></tr>
 * <tr><td>out</td><td>{@code entra.users.v1}: snapshots and departures</td></tr>
 * <tr><td>state</td><td>{@code directory.roster}, {@code directory.connections}</td></tr>
 * <tr><td>duplicates</td><td>coalesce in the queue; a reading that shows no change is not told</td></tr>
 * <tr><td>order</td><td>versions, taken before the request; one owner</td></tr>
 * <tr><td>permanent failure</td><td>the row waits ever longer; the connection says what is wrong</td></tr>
 * <tr><td>transient failure</td><td>the row is due later; nothing is lost with the process</td></tr>
 * </table>
 */
@ApplicationScoped
class ResolveUsers implements TenantTask {

    private static final Turn IDLE = new Turn.Rest(Duration.ofSeconds(30));

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Roster roster;
    private final Connections connections;
    private final SettingsTable settings;
    private final GraphTenants graph;
    private final TopicPublisher publisher;
    private final TypeMembers typeMembers;
    private final LookUpConfig config;
    private final RereadPlan plan;
    private final CountRequests counts;
    private final MeterRegistry meters;
    private final Clock clock;

    ResolveUsers(
            DirectoryStore store,
            PendingLookUps pending,
            Roster roster,
            Connections connections,
            SettingsTable settings,
            GraphTenants graph,
            TopicPublisher publisher,
            TypeMembers typeMembers,
            LookUpConfig config,
            CountRequests counts,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.roster = roster;
        this.connections = connections;
        this.settings = settings;
        this.graph = graph;
        this.publisher = publisher;
        this.typeMembers = typeMembers;
        this.config = config;
        this.plan = new RereadPlan(config.rereads(), config.firstPause(), config.longestPause());
        this.counts = counts;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.LOOK_UP;
    }

    @Override
    public Turn turn(Lease lease) {
        List<IntegrationSettings> companies =
                settings.ofTenant(lease.tenant()).stream()
                        .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                        .toList();
        if (companies.isEmpty()) {
            store.under(
                    lease,
                    connection -> {
                        pending.forget(connection, lease.tenant());
                        return true;
                    });
            return IDLE;
        }
        GraphTenant tenant = graph.live(lease.tenant());
        try {
            typeMembers.typeDue(lease, tenant, companies, plan);
            List<PendingLookUp> rows = withoutStrangers(lease);
            return rows.isEmpty() ? IDLE : resolve(lease, tenant, companies, rows);
        } catch (GraphException failure) {
            counts.failed(failure);
            return unanswered(lease, companies, failure);
        }
    }

    /**
     * Hints are kept while a listing may still make somebody known; who is not by now costs
     * nothing.
     */
    private List<PendingLookUp> withoutStrangers(Lease lease) {
        Instant now = clock.instant();
        return store.under(
                lease,
                connection -> {
                    List<PendingLookUp> due =
                            pending.due(connection, lease.tenant(), now, ReadUsers.AT_ONCE);
                    Set<EntraObjectId> known = new HashSet<>();
                    roster.find(
                                    connection,
                                    lease.tenant(),
                                    due.stream().map(PendingLookUp::object).toList())
                            .keySet()
                            .forEach(key -> known.add(key.object()));
                    Map<PendingLookUp, Fate> strangers = new HashMap<>();
                    due.stream()
                            .filter(row -> row.kind() == Hint.Kind.USER && row.askedBy().isEmpty())
                            .filter(row -> !known.contains(row.object()))
                            .forEach(row -> strangers.put(row, Fate.DONE));
                    pending.settle(connection, lease.tenant(), strangers);
                    meters.counter("hints.strangers").increment(strangers.size());
                    return due.stream().filter(row -> !strangers.containsKey(row)).toList();
                });
    }

    private Turn resolve(
            Lease lease,
            GraphTenant tenant,
            List<IntegrationSettings> companies,
            List<PendingLookUp> rows) {
        List<EntraObjectId> people = rows.stream().map(PendingLookUp::object).toList();
        Version version = lease.nextVersion();
        Map<EntraObjectId, ReadUsers.Answer> answers;
        try {
            answers =
                    ReadUsers.read(
                            tenant,
                            people,
                            companies.stream().map(IntegrationSettings::group).toList());
        } catch (GraphException failure) {
            postpone(lease, rows, failure);
            throw failure;
        }
        Map<RosterKey, RosterEntry> known =
                store.transaction(connection -> roster.find(connection, lease.tenant(), people));
        LookedUp lookedUp =
                new LookedUp(companies, answers, known, plan, config.staleness(), clock.instant());
        Set<CompanyId> unproven = unproven(lease, tenant, companies, lookedUp.losing(rows));
        Tellings tellings = new Tellings(version, clock.instant(), true);
        Map<PendingLookUp, Fate> fates = lookedUp.settle(rows, unproven, tellings);

        lease.check();
        publisher.publish(Topic.USERS, tellings.messages());
        store.under(
                lease,
                connection -> {
                    Set<RosterKey> applied =
                            roster.write(connection, lease.tenant(), tellings.writes());
                    readAgainWhereNewer(tellings.writes(), applied, fates);
                    pending.settle(connection, lease.tenant(), fates);
                    connections.reached(connection, lease.tenant());
                    return applied.size();
                });
        return Turn.AGAIN;
    }

    /** Graph may say "not a member" of everybody because the group is gone or empty. */
    private Set<CompanyId> unproven(
            Lease lease,
            GraphTenant tenant,
            List<IntegrationSettings> companies,
            Set<CompanyId> losing) {
        Set<CompanyId> unproven = new HashSet<>();
        for (IntegrationSettings company : companies) {
            if (losing.contains(company.company())
                    && ReadGroup.read(tenant, company.group())
                            instanceof ReadGroup.Found.Faulty(Trouble trouble, String name)) {
                unproven.add(company.company());
                store.under(
                        lease,
                        connection -> {
                            connections.troubled(connection, company, trouble);
                            return true;
                        });
            }
        }
        return unproven;
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

    private void postpone(Lease lease, List<PendingLookUp> rows, GraphException failure) {
        Map<PendingLookUp, Fate> fates = new HashMap<>();
        Instant now = clock.instant();
        rows.forEach(row ->
                fates.put(
                        row,
                        new Fate.TryLater(
                                now.plus(
                                        plan.pauseAfterFailure(
                                                row.attempts(), failure.retryAfter())))));
        store.under(
                lease,
                connection -> {
                    pending.settle(connection, lease.tenant(), fates);
                    return fates.size();
                });
    }

    private Turn unanswered(
            Lease lease, List<IntegrationSettings> companies, GraphException failure) {
        Optional<Trouble> trouble = Trouble.of(failure);
        if (trouble.isPresent()) {
            store.under(
                    lease,
                    connection -> {
                        for (IntegrationSettings company : companies) {
                            connections.troubled(connection, company, trouble.get());
                        }
                        return true;
                    });
        }
        return new Turn.Pause(plan.pauseAfterFailure(0, failure.retryAfter()));
    }
}
