package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.graph.MicrosoftGraph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;

/** Each tenant's Graph, in two lanes. */
@ApplicationScoped
public class GraphTenants {

    private final Function<UUID, GraphTenant> live;
    private final Function<UUID, GraphTenant> bulk;

    @Inject
    GraphTenants(MicrosoftGraph graph) {
        this(graph::tenant, graph::bulkTenant);
    }

    public GraphTenants(Function<UUID, GraphTenant> live, Function<UUID, GraphTenant> bulk) {
        this.live = live;
        this.bulk = bulk;
    }

    /** For single people and whatever somebody waits for. */
    public GraphTenant live(EntraTenantId tenant) {
        return live.apply(tenant.value());
    }

    /** For listings, which Graph throttles first. */
    public GraphTenant bulk(EntraTenantId tenant) {
        return bulk.apply(tenant.value());
    }
}
