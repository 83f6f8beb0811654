package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.login.LoginPages.Account;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.MultiMap;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Everything below {@code https://login.microsoftonline.com}. */
public final class LoginRoutes {

    static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    private final App app;
    private final Tenants tenants;
    private final SigningKey key;
    private final SignIns signIns;
    private final IssueTokens issueTokens;
    private final InstantSource clock;

    public LoginRoutes(
            App app, Tenants tenants, SigningKey key, AccessTokens tokens, InstantSource clock) {
        this.app = app;
        this.tenants = tenants;
        this.key = key;
        this.clock = clock;
        this.signIns = new SignIns(key, tenants, clock);
        this.issueTokens = new IssueTokens(app, tenants, tokens, signIns);
    }

    public void mount(Router router) {
        router.post("/:tenant/oauth2/v2.0/token")
                .handler(
                        json(context ->
                                issueTokens.answer(
                                        tenantName(context),
                                        context.request().formAttributes(),
                                        base(context))));
        router.get("/:tenant/v2.0/.well-known/openid-configuration").handler(json(this::openId));
        router.get("/:tenant/.well-known/openid-configuration").handler(json(this::openId));
        router.get("/:tenant/discovery/v2.0/keys")
                .handler(json(context -> Map.of("keys", List.of(key.publicKey()))));
        router.get("/common/discovery/instance")
                .handler(json(context -> Discovery.instance(base(context), host(context))));
        router.get("/:tenant/adminconsent").handler(page(this::askConsent));
        router.post("/:tenant/adminconsent").handler(page(context -> consent(context, false)));
        router.get("/:tenant/v2.0/adminconsent").handler(page(this::askConsent));
        router.post("/:tenant/v2.0/adminconsent").handler(page(context -> consent(context, true)));
        router.get("/:tenant/oauth2/v2.0/authorize").handler(page(this::chooseAccount));
        router.post("/:tenant/oauth2/v2.0/authorize").handler(page(this::signIn));
        router.get("/:tenant/oauth2/v2.0/logout")
                .handler(page(context -> LoginPages.problem("You signed out of your account.")));
    }

    private Map<String, Object> openId(RoutingContext context) {
        String name = tenantName(context);
        String issuerTenant = ANY_TENANT.contains(name) ? "{tenantid}" : tenant(name).id();
        return Discovery.openId(base(context), name, issuerTenant);
    }

    private String askConsent(RoutingContext context) {
        Map<String, String> query = map(context.queryParams());
        Tenant tenant = tenant(tenantName(context));
        requireApp(query.get("client_id"), tenant.id());
        return LoginPages.consent(
                app.clientId(), tenant, new TreeSet<>(Consent.USUAL_ROLES), query);
    }

    private String consent(RoutingContext context, boolean second) {
        MultiMap form = context.request().formAttributes();
        Tenant tenant = tenant(tenantName(context));
        requireApp(form.get("client_id"), tenant.id());
        Map<String, String> answer = new LinkedHashMap<>();
        if ("accept".equals(form.get("sim_answer"))) {
            tenant.consent().grant(app.clientId(), Consent.USUAL_ROLES);
            answer.put("admin_consent", "True");
            answer.put("tenant", tenant.id());
            if (second) {
                answer.put("scope", Objects.requireNonNullElse(form.get("scope"), ""));
            }
        } else {
            // The newer endpoint says so even when it was refused.
            if (second) {
                answer.put("admin_consent", "True");
            }
            answer.put("error", second ? "consent_required" : "permission_denied");
            answer.put(
                    "error_description", "AADSTS65004: The admin declined to consent to the app.");
        }
        return redirect(context, form, answer);
    }

    private String chooseAccount(RoutingContext context) {
        Map<String, String> query = map(context.queryParams());
        requireApp(query.get("client_id"), tenantName(context));
        redirectUri(context.queryParams());
        String search = query.getOrDefault("sim_search", query.getOrDefault("login_hint", ""));
        return LoginPages.signIn(accounts(tenantName(context), search), search, query);
    }

    private String signIn(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        requireApp(form.get("client_id"), tenantName(context));
        String personId = form.get("sim_person");
        if (personId == null) {
            return redirect(
                    context,
                    form,
                    Map.of(
                            "error", "access_denied",
                            "error_description",
                                    "AADSTS65004: User declined to consent to access the app."));
        }
        Tenant tenant = tenant(Objects.requireNonNullElse(form.get("sim_tenant"), ""));
        if (!ANY_TENANT.contains(tenantName(context)) && tenant(tenantName(context)) != tenant) {
            throw LoginProblem.unknownTenant(tenantName(context));
        }
        String code =
                signIns.code(
                        new SignIns.Request(
                                app.clientId(),
                                redirectUri(form),
                                Objects.requireNonNullElse(form.get("scope"), "openid"),
                                form.get("nonce"),
                                form.get("code_challenge")),
                        tenant,
                        personId);
        return redirect(context, form, Map.of("code", code));
    }

    /** Administrators first: they are who set-up needs. */
    private List<Account> accounts(String tenantName, String search) {
        List<Account> found = new ArrayList<>();
        String sought = search.toLowerCase(Locale.ROOT);
        for (Tenant tenant :
                ANY_TENANT.contains(tenantName) ? tenants.all() : List.of(tenant(tenantName))) {
            for (boolean administrators : new boolean[] {true, false}) {
                tenant.directory()
                        .now()
                        .list(
                                entry ->
                                        maySignIn(entry)
                                                && administrators
                                                        == tenant.administrators()
                                                                .contains(entry.id())
                                                && matches(entry, sought),
                                -1,
                                administrators ? 3 : 8)
                        .forEach(entry ->
                                found.add(new Account(tenant, entry.object(), administrators)));
            }
        }
        return found;
    }

    private static boolean maySignIn(Entry entry) {
        return entry.isLive()
                && entry.kind() == ObjectKind.USER
                && entry.object().flag("accountEnabled");
    }

    private static boolean matches(Entry entry, String sought) {
        return sought.isEmpty()
                || entry.object().displayName().toLowerCase(Locale.ROOT).contains(sought)
                || entry.object()
                        .text("userPrincipalName")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains(sought);
    }

    private String redirect(RoutingContext context, MultiMap form, Map<String, String> answer) {
        StringBuilder target = new StringBuilder(redirectUri(form));
        char separator = target.indexOf("?") < 0 ? '?' : '&';
        Map<String, String> all = new LinkedHashMap<>(answer);
        String state = form.get("state");
        if (state != null) {
            all.put("state", state);
        }
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            target.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        context.response().setStatusCode(302).putHeader("Location", target.toString());
        return "";
    }

    private static String redirectUri(MultiMap parameters) {
        String uri = parameters.get("redirect_uri");
        if (uri == null || !(uri.startsWith("http://") || uri.startsWith("https://"))) {
            throw LoginProblem.missing("redirect_uri");
        }
        return uri;
    }

    private void requireApp(@org.jspecify.annotations.Nullable String clientId, String tenant) {
        if (!app.clientId().equals(clientId)) {
            throw LoginProblem.unknownApp(String.valueOf(clientId), tenant);
        }
    }

    private Tenant tenant(String name) {
        return tenants.find(name).orElseThrow(() -> LoginProblem.unknownTenant(name));
    }

    private static String tenantName(RoutingContext context) {
        return Objects.requireNonNull(context.pathParam("tenant"));
    }

    private static String base(RoutingContext context) {
        return context.request().scheme() + "://" + host(context);
    }

    private static String host(RoutingContext context) {
        return Objects.toString(context.request().authority(), "localhost");
    }

    private io.vertx.core.Handler<RoutingContext> json(
            Function<RoutingContext, Map<String, Object>> answer) {
        return context -> {
            context.response().putHeader("Content-Type", "application/json; charset=utf-8");
            context.response().putHeader("Cache-Control", "no-store, no-cache");
            try {
                context.end(Json.encode(answer.apply(context)));
            } catch (LoginProblem problem) {
                context.response().setStatusCode(problem.status());
                context.end(Json.encode(problem.body(clock.instant())));
            }
        };
    }

    private io.vertx.core.Handler<RoutingContext> page(Function<RoutingContext, String> answer) {
        return context -> {
            context.response().putHeader("Content-Type", "text/html; charset=utf-8");
            try {
                context.end(answer.apply(context));
            } catch (LoginProblem problem) {
                context.response().setStatusCode(problem.status());
                context.end(LoginPages.problem(Objects.toString(problem.getMessage())));
            }
        };
    }

    private static Map<String, String> map(MultiMap parameters) {
        Map<String, String> map = new LinkedHashMap<>();
        parameters.forEach((name, value) -> map.put(name, value));
        return map;
    }
}
