package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The control API below {@code /simulator}: everything that a test or a script may want. */
public final class ControlRoutes {

    private static final int USUAL_PEOPLE = 20;

    private final Tenants tenants;
    private final Notifier notifier;
    private final String clientId;
    private final Function<TenantSettings, Tenant> newTenant;
    private final Supplier<Map<String, String>> addresses;

    /**
     * @param newTenant makes a tenant and lets it take part
     * @param addresses what the simulator says of itself
     */
    public ControlRoutes(
            Tenants tenants,
            Notifier notifier,
            String clientId,
            Function<TenantSettings, Tenant> newTenant,
            Supplier<Map<String, String>> addresses) {
        this.tenants = tenants;
        this.notifier = notifier;
        this.clientId = clientId;
        this.newTenant = newTenant;
        this.addresses = addresses;
    }

    public void mount(Router router) {
        Controls controls = new Controls(router, tenants);
        controls.on("GET", "", context -> describe());
        controls.on("POST", "/tenants", this::addTenant);
        new PeopleControls(controls).mount();
        new GroupControls(controls).mount();
        new TruthControls(controls, notifier).mount();
        new FaultControls(controls).mount();
        new ConsentControls(controls, notifier, clientId).mount();
    }

    private Object describe() {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(addresses.get());
        answer.put("clientId", clientId);
        answer.put("tenants", tenants.all().stream().map(ControlRoutes::describe).toList());
        return answer;
    }

    private static Map<String, Object> describe(Tenant tenant) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", tenant.id());
        shown.put("domain", tenant.settings().domain());
        shown.put("groupId", tenant.settings().groupId());
        shown.put("seed", tenant.settings().seed());
        shown.put("people", tenant.settings().people());
        shown.put("sequence", tenant.directory().now().sequence());
        shown.put("administrators", tenant.administrators());
        return shown;
    }

    private Object addTenant(RoutingContext context) {
        JsonNode wanted = Body.json(context);
        String id = wanted.path("id").asText(UUID.randomUUID().toString());
        Tenant tenant =
                newTenant.apply(
                        new TenantSettings(
                                id,
                                wanted.path("people").asInt(USUAL_PEOPLE),
                                wanted.path("seed").asLong(1),
                                wanted.path("groupId").asText(UUID.randomUUID().toString()),
                                wanted.path("domain").asText(id + ".example")));
        if (wanted.path("consented").asBoolean(false)) {
            tenant.consent().grant(clientId, Consent.USUAL_ROLES);
        }
        return describe(tenant);
    }
}
