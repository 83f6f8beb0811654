package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.notifications.Subscription;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What the tenant allows the app, and the subscriptions that the app has. */
final class ConsentControls {

    private final Controls controls;
    private final Notifier notifier;
    private final String clientId;

    ConsentControls(Controls controls, Notifier notifier, String clientId) {
        this.controls = controls;
        this.notifier = notifier;
        this.clientId = clientId;
    }

    void mount() {
        controls.on("GET", "/consent", context -> controls.tenant(context).consent().all());
        controls.on("PUT", "/consent", this::grant);
        controls.on("DELETE", "/consent", this::revoke);
        controls.on("POST", "/consent/forget", this::forget);
        controls.on("GET", "/subscriptions", this::subscriptions);
        controls.on("DELETE", "/subscriptions/:id", this::removeSilently);
        controls.on(
                "POST",
                "/subscriptions/reauthorization",
                context ->
                        Map.of("asked", notifier.askForReauthorization(controls.tenant(context))));
    }

    private Object grant(RoutingContext context) {
        Consent consent = controls.tenant(context).consent();
        JsonNode roles = Body.json(context).path("roles");
        consent.grant(clientId, roles.isArray() ? Body.texts(roles) : Consent.USUAL_ROLES);
        return consent.all();
    }

    private Object revoke(RoutingContext context) {
        Tenant tenant = controls.tenant(context);
        tenant.consent().revoke(clientId);
        notifier.askForReauthorization(tenant);
        return tenant.consent().all();
    }

    private Object forget(RoutingContext context) {
        Consent consent = controls.tenant(context).consent();
        consent.forget(clientId);
        return consent.all();
    }

    private Object subscriptions(RoutingContext context) {
        return notifier.subscriptions(controls.tenant(context)).all().stream()
                .map(Subscription::shown)
                .toList();
    }

    /** As Graph does it: nobody is told. */
    private Object removeSilently(RoutingContext context) {
        boolean removed =
                notifier.subscriptions(controls.tenant(context)).remove(Controls.id(context));
        return Map.of("removed", removed);
    }
}
