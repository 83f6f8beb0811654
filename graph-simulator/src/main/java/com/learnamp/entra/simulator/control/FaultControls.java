package com.learnamp.entra.simulator.control;

import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Faults on and off. */
final class FaultControls {

    private final Controls controls;

    FaultControls(Controls controls) {
        this.controls = controls;
    }

    void mount() {
        controls.on("GET", "/faults", context -> controls.tenant(context).faults());
        controls.on("PUT", "/faults", context -> set(context, Faults.NONE.with(Body.map(context))));
        controls.on(
                "PATCH",
                "/faults",
                context -> set(context, controls.tenant(context).faults().with(Body.map(context))));
        controls.on("DELETE", "/faults", context -> set(context, Faults.NONE));
        controls.on(
                "POST",
                "/faults/random",
                context ->
                        set(
                                context,
                                RandomFaults.of(
                                        Body.json(context).path("seed").asLong(1),
                                        controls.tenant(context).settings().groupId())));
        controls.on("POST", "/tokens/revoke", this::revokeTokens);
        controls.on("POST", "/delta/expire", this::expireDelta);
    }

    private Object set(RoutingContext context, Faults faults) {
        controls.tenant(context).setFaults(faults);
        return faults;
    }

    private Object revokeTokens(RoutingContext context) {
        controls.tenant(context).revokeTokens();
        return Map.of();
    }

    private Object expireDelta(RoutingContext context) {
        Tenant tenant = controls.tenant(context);
        String form = Body.json(context).path("form").asText("any");
        tenant.setFaults(tenant.faults().with(Map.of("deltaExpiryForm", form)));
        tenant.expireDeltaLinks();
        return Map.of("form", form);
    }
}
