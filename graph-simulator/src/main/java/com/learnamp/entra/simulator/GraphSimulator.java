package com.learnamp.entra.simulator;

import com.learnamp.entra.simulator.control.ControlRoutes;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.graph.GraphRoutes;
import com.learnamp.entra.simulator.login.AccessTokens;
import com.learnamp.entra.simulator.login.App;
import com.learnamp.entra.simulator.login.LoginRoutes;
import com.learnamp.entra.simulator.login.SigningKey;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.page.PageRoutes;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Microsoft Graph and the Entra login for one process: {@link #start} it, and close it. */
public final class GraphSimulator implements AutoCloseable {

    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final String DOMAIN = "contoso.example";

    private final SimulatorOptions options;
    private final Vertx vertx;
    private final KeptFiles files;
    private final Tenants tenants = new Tenants();
    private final Notifier notifier;
    private final OpenTenants openTenants;
    private final Servers servers;

    private GraphSimulator(SimulatorOptions options, Vertx vertx) {
        this.options = options;
        this.vertx = vertx;
        this.files = KeptFiles.of(options);
        this.notifier = new Notifier(vertx, options.clock());
        this.openTenants =
                new OpenTenants(files.tenants().orElse(null), options.clock(), tenants, notifier);
        Tenant first =
                openTenants.open(
                        new TenantSettings(
                                options.tenantId(),
                                options.people(),
                                options.seed(),
                                options.groupId(),
                                DOMAIN));
        openTenants.openSaved();
        if (options.consented() && first.consent().all().isEmpty()) {
            first.consent().grant(options.clientId(), Consent.USUAL_ROLES);
        }
        this.servers = Servers.listen(vertx, options, files.certificates(), router());
    }

    /**
     * Starts to answer, in less than a second.
     *
     * @throws IllegalStateException if a port is in use
     */
    public static GraphSimulator start(SimulatorOptions options) {
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setWorkerPoolSize(1)
                                .setInternalBlockingPoolSize(1));
        try {
            return new GraphSimulator(options, vertx);
        } catch (RuntimeException failure) {
            close(vertx);
            throw failure;
        }
    }

    /** Where Graph answers, version included, without TLS. */
    public String graphBaseUrl() {
        return "http://127.0.0.1:" + servers.http().actualPort() + "/v1.0";
    }

    /** Where Graph answers, version included, with TLS. */
    public String secureGraphBaseUrl() {
        return loginUrl() + "/v1.0";
    }

    /** Where the Entra login answers: an authority host for azure-identity. */
    public String loginUrl() {
        return "https://localhost:" + servers.https().actualPort();
    }

    /** The address of the page; below it, at {@code simulator}, the control API. */
    public String pageUrl() {
        return "http://127.0.0.1:" + servers.http().actualPort() + "/";
    }

    /** The certificate, in PEM, that signed the one of {@link #loginUrl}. */
    public Path loginCa() {
        return files.certificates().ca();
    }

    public String clientId() {
        return options.clientId();
    }

    public String clientSecret() {
        return options.clientSecret();
    }

    public String tenantId() {
        return tenant().id();
    }

    /** The group with everybody in it, directly or through others. */
    public String groupId() {
        return tenant().settings().groupId();
    }

    /** The first tenant's directory: change it as you like. */
    public Directory directory() {
        return tenant().directory();
    }

    /** The first tenant, with its faults, its consent and its counts of requests. */
    public Tenant tenant() {
        return tenants.first();
    }

    /** Adds a further tenant; its administrator has not consented to the app. */
    public Tenant addTenant(TenantSettings settings) {
        return openTenants.open(settings);
    }

    /** The subscriptions of all tenants, and what became of the notifications. */
    public Notifier notifications() {
        return notifier;
    }

    @Override
    public void close() {
        close(vertx);
        files.discard();
    }

    private static void close(Vertx vertx) {
        try {
            Servers.await(vertx.close());
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Router router() {
        SigningKey key = files.signingKey();
        AccessTokens tokens = new AccessTokens(key, tenants, options.clock());
        App app = new App(options.clientId(), options.clientSecret());
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        new GraphRoutes(vertx, tokens, notifier, options.clock()).mount(router);
        new ControlRoutes(tenants, notifier, options.clientId(), this::addTenant, this::addresses)
                .mount(router);
        new PageRoutes(tenants, notifier, options.clientId()).mount(router);
        new LoginRoutes(app, tenants, key, tokens, options.clock()).mount(router);
        return router;
    }

    private Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("graphBaseUrl", graphBaseUrl());
        addresses.put("loginUrl", loginUrl());
        addresses.put("loginCa", loginCa().toAbsolutePath().toString());
        return addresses;
    }
}
