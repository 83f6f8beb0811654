package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.ReadableCompanies;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.fetcher.roster.Roster;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.messaging.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final ClaimLookUps claim;
    private final TypeMembers typeMembers;
    private final ListInstead listInstead;
    private final PostponeLookUps postpone;
    private final Roster roster;
    private final ReadableCompanies readableCompanies;
    private final GraphTenants graph;
    private final TellLookedUp tell;
    private final LookUpConfig config;
    private final RereadPlan plan;
    private final CountRequests counts;
    private final Clock clock;

    ResolveUsers(
            DirectoryStore store,
            ClaimLookUps claim,
            TypeMembers typeMembers,
            ListInstead listInstead,
            PostponeLookUps postpone,
            Roster roster,
            ReadableCompanies readableCompanies,
            GraphTenants graph,
            TellLookedUp tell,
            LookUpConfig config,
            CountRequests counts,
            Clock clock) {
        this.store = store;
        this.claim = claim;
        this.typeMembers = typeMembers;
        this.listInstead = listInstead;
        this.postpone = postpone;
        this.roster = roster;
        this.readableCompanies = readableCompanies;
        this.graph = graph;
        this.tell = tell;
        this.config = config;
        this.plan = new RereadPlan(config.rereads(), config.firstPause(), config.longestPause());
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.LOOK_UP;
    }

    @Override
    public Turn turn(Lease lease) {
        ReadableCompanies.Companies all = readableCompanies.of(lease.tenant());
        if (all.active().isEmpty()) {
            claim.forget(lease);
        }
        List<IntegrationSettings> companies = all.readable();
        if (companies.isEmpty()) {
            return IDLE;
        }
        GraphTenant tenant = graph.live(lease.tenant());
        try {
            typeMembers.typeDue(lease, tenant, all.active(), plan);
            listInstead.whereItCostsLess(lease, all.active());
            ClaimLookUps.Claim claimed = claim.claim(lease);
            if (!claimed.rows().isEmpty()) {
                Traces.follow(
                        "look up",
                        traces(claimed.rows()),
                        () -> resolve(lease, tenant, all, claimed.rows()));
            }
            return claimed.more() ? Turn.AGAIN : IDLE;
        } catch (GraphException failure) {
            counts.failed(failure);
            postpone.tellWhy(lease, companies, failure);
            return new Turn.Pause(plan.pauseAfterFailure(0, failure.retryAfter()));
        }
    }

    private static Map<String, String> traces(List<PendingLookUp> rows) {
        Map<String, String> traces = new HashMap<>();
        for (PendingLookUp row : rows) {
            @Nullable String trace = row.trace();
            if (trace != null) {
                traces.put(row.object().toString(), trace);
            }
        }
        return traces;
    }

    private void resolve(
            Lease lease,
            GraphTenant tenant,
            ReadableCompanies.Companies all,
            List<PendingLookUp> rows) {
        List<IntegrationSettings> companies = all.readable();
        Version version = lease.nextVersion();
        Map<EntraObjectId, ReadUsers.Answer> answers = read(lease, tenant, companies, rows);
        Map<RosterKey, RosterEntry> known =
                store.transaction(
                        connection -> roster.find(connection, lease.tenant(), people(rows)));
        LookedUp lookedUp =
                new LookedUp(companies, answers, known, plan, config.staleness(), clock.instant());
        Set<CompanyId> unproven =
                postpone.unproven(lease, tenant, companies, lookedUp.losing(rows));
        Tellings tellings = new Tellings(version, clock.instant(), true);
        Map<PendingLookUp, Fate> fates = lookedUp.settle(rows, unproven, tellings);
        tell.tell(lease, tellings, fates, all.standingStill());
    }

    private Map<EntraObjectId, ReadUsers.Answer> read(
            Lease lease,
            GraphTenant tenant,
            List<IntegrationSettings> companies,
            List<PendingLookUp> rows) {
        try {
            return ReadUsers.read(
                    tenant,
                    people(rows),
                    companies.stream().map(IntegrationSettings::group).toList(),
                    MappedAttributes.selection(companies));
        } catch (GraphException failure) {
            postpone.postpone(lease, rows, plan, failure);
            throw failure;
        }
    }

    private static List<EntraObjectId> people(List<PendingLookUp> rows) {
        return rows.stream().map(PendingLookUp::object).toList();
    }
}
