package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.contracts.SyncRequest.CheckConnection;
import com.learnamp.entra.fetcher.graph.CountRequests;
import com.learnamp.entra.fetcher.graph.GraphTenants;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.messaging.RetryInPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tenant and a group can be read, for an admin who is waiting for the answer.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code directory.pending_check}; Graph: organization, group, a page of members</td></tr>
 * <tr><td>out</td><td>{@code directory.connection_checks}</td></tr>
 * <tr><td>state</td><td>none</td></tr>
 * <tr><td>duplicates</td><td>a check is answered once</td></tr>
 * <tr><td>order</td><td>none; each check has a thread of its own</td></tr>
 * <tr><td>permanent failure</td><td>is the answer</td></tr>
 * <tr><td>transient failure</td><td>is the answer: unreachable; a claim runs out with its process</td></tr>
 * </table>
 */
@ApplicationScoped
public class CheckConnections {

    private final DirectoryStore store;
    private final PendingChecks checks;
    private final GraphTenants graph;
    private final CountRequests counts;

    CheckConnections(
            DirectoryStore store, PendingChecks checks, GraphTenants graph, CountRequests counts) {
        this.store = store;
        this.checks = checks;
        this.graph = graph;
        this.counts = counts;
    }

    /** Answers what waits, each on its own thread, and does not wait for the answers. */
    public void answerPending() {
        List<CheckConnection> claimed = store.transaction(checks::claim);
        for (CheckConnection check : claimed) {
            Thread.ofVirtual().name("check-connection").start(() -> answer(check));
        }
    }

    private void answer(CheckConnection check) {
        CheckOutcome outcome = check(check);
        RetryInPlace.untilItSucceeds(
                "answering a check",
                () ->
                        store.transaction(connection -> {
                            checks.answer(connection, check, outcome);
                            return true;
                        }));
    }

    private CheckOutcome check(CheckConnection check) {
        GraphTenant tenant = graph.live(check.tenant());
        @Nullable String tenantName = null;
        try {
            tenantName = TenantName.read(tenant);
            return CheckOutcome.of(ReadGroup.read(tenant, check.group()), tenantName);
        } catch (GraphException failure) {
            counts.failed(failure);
            return CheckOutcome.of(failure, tenantName);
        }
    }
}
