package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.graph.MicrosoftGraph;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;

/** Each tenant's Graph, in two lanes. */
@ApplicationScoped
public class GraphTenants {

    private final MicrosoftGraph graph;

    GraphTenants(MicrosoftGraph graph) {
        this.graph = graph;
    }

    /** For single people and whatever somebody waits for. */
    public GraphTenant live(EntraTenantId tenant) {
        return graph.tenant(tenant.value());
    }

    /** For listings, which Graph throttles first. */
    public GraphTenant bulk(EntraTenantId tenant) {
        return graph.bulkTenant(tenant.value());
    }

    /** Attributes that are not asked for at the moment, since the tenant does not know them. */
    public Set<String> unknownAttributes(EntraTenantId tenant) {
        return graph.unknownAttributes(tenant.value());
    }

    /** Somebody may have registered them meanwhile. */
    public void tryAgain(EntraTenantId tenant, Collection<String> attributes) {
        graph.tryAgain(tenant.value(), attributes);
    }
}
