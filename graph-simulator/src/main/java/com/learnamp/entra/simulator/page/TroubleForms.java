package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.control.RandomFaults;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** What the forms about faults and consent do. */
final class TroubleForms {

    private static final String FAULTS = "/page/faults";

    private final Pages pages;
    private final Notifier notifier;
    private final String clientId;

    TroubleForms(Pages pages, Notifier notifier, String clientId) {
        this.pages = pages;
        this.notifier = notifier;
        this.clientId = clientId;
    }

    void mount() {
        onFaults(
                FAULTS,
                (tenant, context) ->
                        tenant.setFaults(FaultsPage.read(context.request().formAttributes())));
        onFaults("/page/faults/none", (tenant, context) -> tenant.setFaults(Faults.NONE));
        onFaults(
                "/page/faults/random",
                (tenant, context) ->
                        tenant.setFaults(
                                RandomFaults.of(
                                        Long.parseLong(Pages.field(context, "seed")),
                                        tenant.settings().groupId())));
        onFaults("/page/tokens/revoke", (tenant, context) -> tenant.revokeTokens());
        onFaults("/page/delta/expire", (tenant, context) -> tenant.expireDeltaLinks());
        onFaults(
                "/page/subscriptions/reauthorization",
                (tenant, context) -> notifier.askForReauthorization(tenant));
        onFaults(
                "/page/consent/grant",
                (tenant, context) -> tenant.consent().grant(clientId, Consent.USUAL_ROLES));
        onFaults("/page/consent/revoke", (tenant, context) -> revoke(tenant));
        pages.form(
                "/page/requests/reset",
                "/page/requests",
                context -> pages.tenant(context).requests().reset());
    }

    private void onFaults(String path, BiConsumer<Tenant, RoutingContext> change) {
        pages.form(path, FAULTS, context -> change.accept(pages.tenant(context), context));
    }

    private void revoke(Tenant tenant) {
        tenant.consent().revoke(clientId);
        notifier.askForReauthorization(tenant);
    }
}
