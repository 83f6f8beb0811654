package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Asks an administrator to let the app in, in the older and in the newer way. */
final class AskConsent {

    private final LoginRoutes login;

    AskConsent(LoginRoutes login) {
        this.login = login;
    }

    String show(RoutingContext context) {
        Map<String, String> query = Redirect.map(context.queryParams());
        Tenant tenant = login.tenant(LoginRoutes.tenantName(context));
        App app = login.app(query.get("client_id"), tenant.id());
        return LoginPages.consent(
                app.clientId(), tenant, new TreeSet<>(Consent.USUAL_ROLES), query);
    }

    /**
     * @param newer whether it is the v2.0 endpoint, which answers a little differently
     */
    String answer(RoutingContext context, boolean newer) {
        MultiMap form = context.request().formAttributes();
        Tenant tenant = login.tenant(LoginRoutes.tenantName(context));
        App app = login.app(form.get("client_id"), tenant.id());
        boolean accepted = "accept".equals(form.get("sim_answer"));
        if (accepted) {
            tenant.consent().grant(app.clientId(), Consent.USUAL_ROLES);
        }
        return Redirect.back(
                context, form, accepted ? granted(tenant, form, newer) : refused(newer));
    }

    private static Map<String, String> granted(Tenant tenant, MultiMap form, boolean newer) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("admin_consent", "True");
        answer.put("tenant", tenant.id());
        if (newer) {
            answer.put("scope", Objects.requireNonNullElse(form.get("scope"), ""));
        }
        return answer;
    }

    /** The newer endpoint says {@code admin_consent=True} even then: a trap of Entra's. */
    private static Map<String, String> refused(boolean newer) {
        Map<String, String> answer = new LinkedHashMap<>();
        if (newer) {
            answer.put("admin_consent", "True");
        }
        answer.put("error", newer ? "consent_required" : "permission_denied");
        answer.put("error_description", "AADSTS65004: The admin declined to consent to the app.");
        return answer;
    }
}
