package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.Set;

/** Who sends a request to Graph, according to the access token. */
public record Caller(Tenant tenant, String clientId, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }
}
