package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.fetcher.connection.Connections;
import com.learnamp.entra.fetcher.connection.ReadGroup;
import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.graph.GraphDirectory;
import com.learnamp.entra.graph.GraphException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When nothing can be concluded: the rows wait, and the connection says why. */
@ApplicationScoped
class PostponeLookUps {

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final Connections connections;
    private final Clock clock;

    PostponeLookUps(
            DirectoryStore store, PendingLookUps pending, Connections connections, Clock clock) {
        this.store = store;
        this.pending = pending;
        this.connections = connections;
        this.clock = clock;
    }

    void postpone(Lease lease, List<PendingLookUp> rows, RereadPlan plan, GraphException failure) {
        Instant now = clock.instant();
        Map<PendingLookUp, Fate> fates = new HashMap<>();
        for (PendingLookUp row : rows) {
            fates.put(
                    row,
                    new Fate.TryLater(
                            now.plus(
                                    plan.pauseAfterFailure(row.attempts(), failure.retryAfter()))));
        }
        store.under(
                lease,
                connection -> {
                    pending.settle(connection, lease.tenant(), fates);
                    return true;
                });
    }

    void tellWhy(Lease lease, List<IntegrationSettings> companies, GraphException failure) {
        Trouble.of(failure)
                .ifPresent(trouble -> companies.forEach(company -> tell(lease, company, trouble)));
    }

    /**
     * Graph may say "not a member" of everybody because the group is gone or empty.
     *
     * @return companies by whose group nobody may leave now
     */
    Set<CompanyId> unproven(
            Lease lease,
            GraphDirectory graph,
            List<IntegrationSettings> companies,
            Set<CompanyId> losing) {
        Set<CompanyId> unproven = new HashSet<>();
        for (IntegrationSettings company : companies) {
            if (losing.contains(company.company())
                    && ReadGroup.read(graph, company.group())
                            instanceof ReadGroup.Found.Faulty faulty) {
                unproven.add(company.company());
                tell(lease, company, faulty.trouble());
            }
        }
        return unproven;
    }

    private void tell(Lease lease, IntegrationSettings company, Trouble trouble) {
        store.under(
                lease,
                connection -> {
                    connections.troubled(connection, company, trouble);
                    return true;
                });
    }
}
