package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The token endpoint: client credentials, and codes from a sign-in. */
final class IssueTokens {

    private static final Set<String> OPENID_SCOPES =
            Set.of("openid", "profile", "email", "offline_access");

    private final App app;
    private final Tenants tenants;
    private final AccessTokens tokens;
    private final SignIns signIns;

    IssueTokens(App app, Tenants tenants, AccessTokens tokens, SignIns signIns) {
        this.app = app;
        this.tenants = tenants;
        this.tokens = tokens;
        this.signIns = signIns;
    }

    Map<String, Object> answer(String tenantName, MultiMap form, String issuerBase) {
        String grant = required(form, "grant_type");
        String clientId = required(form, "client_id");
        return switch (grant) {
            case "client_credentials" -> {
                Tenant tenant = tenant(tenantName);
                requireApp(clientId, tenantName);
                requireSecret(form, tenant.faults().secretExpired());
                yield clientCredentials(tenant, clientId, required(form, "scope"));
            }
            case "authorization_code" -> {
                requireApp(clientId, tenantName);
                requireSecret(form, false);
                yield signIns.redeem(
                        tenantName,
                        required(form, "code"),
                        required(form, "redirect_uri"),
                        form.get("code_verifier"),
                        clientId,
                        issuerBase);
            }
            default -> throw LoginProblem.unsupportedGrant(grant);
        };
    }

    private Map<String, Object> clientCredentials(Tenant tenant, String clientId, String scope) {
        if (!isDefault(scope)) {
            throw LoginProblem.scopeWithoutDefault(scope);
        }
        Set<String> roles =
                tenant.consent()
                        .roles(clientId)
                        .orElseThrow(() -> LoginProblem.unknownApp(clientId, tenant.id()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", tenant.faults().tokenLifetimeSeconds());
        answer.put("ext_expires_in", tenant.faults().tokenLifetimeSeconds());
        answer.put("access_token", tokens.issue(tenant, clientId, roles));
        return answer;
    }

    /** Microsoft's own library sends the scopes of OpenID along, and Entra lets it. */
    private static boolean isDefault(String scope) {
        List<String> resources =
                Arrays.stream(scope.strip().split("\\s+"))
                        .filter(each -> !OPENID_SCOPES.contains(each))
                        .toList();
        return resources.size() == 1 && resources.getFirst().endsWith("/.default");
    }

    private Tenant tenant(String name) {
        return tenants.find(name).orElseThrow(() -> LoginProblem.unknownTenant(name));
    }

    private void requireApp(String clientId, String tenantName) {
        if (!clientId.equals(app.clientId())) {
            throw LoginProblem.unknownApp(clientId, tenantName);
        }
    }

    private void requireSecret(MultiMap form, boolean expired) {
        String secret = form.get("client_secret");
        if (secret == null) {
            throw LoginProblem.missingSecret();
        }
        if (!app.hasSecret(secret)) {
            throw LoginProblem.invalidSecret(app.clientId());
        }
        if (expired) {
            throw LoginProblem.expiredSecret(app.clientId());
        }
    }

    private static String required(MultiMap form, String name) {
        String value = form.get(name);
        if (value == null || value.isBlank()) {
            throw LoginProblem.missing(name);
        }
        return value;
    }
}
