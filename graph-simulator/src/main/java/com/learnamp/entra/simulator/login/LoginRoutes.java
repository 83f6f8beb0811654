package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.Handler;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything below {@code https://login.microsoftonline.com}. */
public final class LoginRoutes {

    /** Written instead of a tenant by apps that let people of any tenant sign in. */
    static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    private final App app;
    private final Tenants tenants;
    private final SigningKey key;
    private final IssueTokens issueTokens;
    private final AskSignIn askSignIn;
    private final AskConsent askConsent;
    private final InstantSource clock;

    public LoginRoutes(
            App app, Tenants tenants, SigningKey key, AccessTokens tokens, InstantSource clock) {
        this.app = app;
        this.tenants = tenants;
        this.key = key;
        this.clock = clock;
        SignIns signIns = new SignIns(key, tenants, clock);
        this.issueTokens = new IssueTokens(app, tenants, tokens, signIns);
        this.askSignIn = new AskSignIn(this, signIns);
        this.askConsent = new AskConsent(this);
    }

    public void mount(Router router) {
        router.post("/:tenant/oauth2/v2.0/token").handler(json(this::token));
        router.get("/:tenant/v2.0/.well-known/openid-configuration").handler(json(this::openId));
        router.get("/:tenant/.well-known/openid-configuration").handler(json(this::openId));
        router.get("/:tenant/discovery/v2.0/keys")
                .handler(json(context -> Map.of("keys", List.of(key.publicKey()))));
        router.get("/common/discovery/instance")
                .handler(json(context -> Discovery.instance(base(context), host(context))));
        router.get("/:tenant/adminconsent").handler(page(askConsent::show));
        router.post("/:tenant/adminconsent")
                .handler(page(context -> askConsent.answer(context, false)));
        router.get("/:tenant/v2.0/adminconsent").handler(page(askConsent::show));
        router.post("/:tenant/v2.0/adminconsent")
                .handler(page(context -> askConsent.answer(context, true)));
        router.get("/:tenant/oauth2/v2.0/authorize").handler(page(askSignIn::show));
        router.post("/:tenant/oauth2/v2.0/authorize").handler(page(askSignIn::answer));
        router.get("/:tenant/oauth2/v2.0/logout")
                .handler(page(context -> LoginPages.problem("You signed out of your account.")));
    }

    private Map<String, Object> token(RoutingContext context) {
        return issueTokens.answer(
                tenantName(context), ClientAuthentication.form(context.request()), base(context));
    }

    private Map<String, Object> openId(RoutingContext context) {
        String name = tenantName(context);
        String issuerTenant = ANY_TENANT.contains(name) ? "{tenantid}" : tenant(name).id();
        return Discovery.openId(base(context), name, issuerTenant);
    }

    /** The one app there is; any other id is refused. */
    App app(@Nullable String clientId, String tenantName) {
        if (!app.clientId().equals(clientId)) {
            throw LoginProblem.unknownApp(String.valueOf(clientId), tenantName);
        }
        return app;
    }

    Tenants tenants() {
        return tenants;
    }

    Tenant tenant(String name) {
        return tenants.find(name).orElseThrow(() -> LoginProblem.unknownTenant(name));
    }

    static String tenantName(RoutingContext context) {
        return Objects.requireNonNull(context.pathParam("tenant"));
    }

    private static String base(RoutingContext context) {
        return context.request().scheme() + "://" + host(context);
    }

    private static String host(RoutingContext context) {
        return Objects.toString(context.request().authority(), "localhost");
    }

    private Handler<RoutingContext> json(Function<RoutingContext, Map<String, Object>> answer) {
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

    private static Handler<RoutingContext> page(Function<RoutingContext, String> answer) {
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
}
