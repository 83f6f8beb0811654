package com.learnamp.entra.simulator;

import com.learnamp.entra.simulator.control.ControlRoutes;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.generator.DirectoryGenerator;
import com.learnamp.entra.simulator.graph.GraphRoutes;
import com.learnamp.entra.simulator.login.AccessTokens;
import com.learnamp.entra.simulator.login.App;
import com.learnamp.entra.simulator.login.Certificates;
import com.learnamp.entra.simulator.login.LoginRoutes;
import com.learnamp.entra.simulator.login.SigningKey;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.notifications.Subscriptions;
import com.learnamp.entra.simulator.page.PageRoutes;
import com.learnamp.entra.simulator.saved.SavedTenant;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Microsoft Graph and the Entra login for one process: {@link #start} it, and close it. */
public final class GraphSimulator implements AutoCloseable {

    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final SimulatorOptions options;
    private final Vertx vertx;
    private final Tenants tenants = new Tenants();
    private final Notifier notifier;
    private final Certificates certificates;
    private final HttpServer http;
    private final HttpServer https;

    private GraphSimulator(SimulatorOptions options) {
        this.options = options;
        this.vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setWorkerPoolSize(1)
                                .setInternalBlockingPoolSize(1));
        this.certificates = Certificates.in(directoryFor("tls"), options.names());
        this.notifier = new Notifier(vertx, options.clock());
        addTenant(
                new TenantSettings(
                        options.tenantId(),
                        options.people(),
                        options.seed(),
                        options.groupId(),
                        "contoso.example"));
        addSavedTenants();
        if (options.consented() && tenants.first().consent().all().isEmpty()) {
            tenants.first().consent().grant(options.clientId(), Consent.USUAL_ROLES);
        }
        Router router = router();
        this.http = listen(new HttpServerOptions().setPort(options.httpPort()), router);
        this.https =
                listen(
                        new HttpServerOptions()
                                .setPort(options.httpsPort())
                                .setSsl(true)
                                .setUseAlpn(true)
                                .setKeyCertOptions(
                                        new PemKeyCertOptions()
                                                .setCertPath(certificates.server().toString())
                                                .setKeyPath(certificates.serverKey().toString())),
                        router);
    }

    public static GraphSimulator start(SimulatorOptions options) {
        return new GraphSimulator(options);
    }

    /** Where Graph answers, version included, without TLS. */
    public String graphBaseUrl() {
        return "http://127.0.0.1:" + http.actualPort() + "/v1.0";
    }

    /** Where Graph answers, version included, with TLS. */
    public String secureGraphBaseUrl() {
        return loginUrl() + "/v1.0";
    }

    /** Where the Entra login answers: an authority host for azure-identity. */
    public String loginUrl() {
        return "https://localhost:" + https.actualPort();
    }

    /** The address of the page and of the control API. */
    public String pageUrl() {
        return "http://127.0.0.1:" + http.actualPort() + "/";
    }

    /** The certificate, in PEM, that signed the one of {@link #loginUrl}. */
    public Path loginCa() {
        return certificates.ca();
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

    /** The first tenant. */
    public Tenant tenant() {
        return tenants.first();
    }

    public Notifier notifications() {
        return notifier;
    }

    /** Adds a further tenant; its administrator has not consented to the app. */
    public Tenant addTenant(TenantSettings settings) {
        Optional<SavedTenant> saved = saved(settings.id());
        Optional<TenantSettings> earlier =
                saved.flatMap(kept -> kept.settings(DirectoryGenerator.VERSION));
        TenantSettings own = earlier.orElse(settings);
        Tenant tenant = new Tenant(own, directory(own), options.clock());
        Subscriptions subscriptions = notifier.subscriptions(tenant);
        if (earlier.isEmpty()) {
            appointAdministrator(tenant);
        }
        saved.ifPresent(kept -> {
            if (earlier.isEmpty()) {
                kept.begin(own, DirectoryGenerator.VERSION);
            }
            kept.replay(tenant.directory());
            kept.restore(tenant, subscriptions);
            kept.follow(tenant, subscriptions);
        });
        tenants.add(tenant);
        notifier.follow(tenant);
        return tenant;
    }

    private Directory directory(TenantSettings settings) {
        return DirectoryGenerator.generate(
                settings.people(),
                settings.seed(),
                settings.groupId(),
                settings.domain(),
                options.clock());
    }

    private Optional<SavedTenant> saved(String tenantId) {
        Path data = options.dataDirectory();
        return data == null
                ? Optional.empty()
                : Optional.of(new SavedTenant(data.resolve("tenants").resolve(tenantId)));
    }

    private static void appointAdministrator(Tenant tenant) {
        tenant.directory()
                .now()
                .list(
                        entry ->
                                entry.kind() == ObjectKind.USER
                                        && entry.object().flag("accountEnabled"),
                        -1,
                        1)
                .forEach(entry -> tenant.setAdministrator(entry.id(), true));
    }

    /** Tenants that were added in an earlier life. */
    private void addSavedTenants() {
        Path data = options.dataDirectory();
        if (data == null) {
            return;
        }
        try (Stream<Path> directories = Files.list(data.resolve("tenants"))) {
            directories
                    .sorted()
                    .filter(directory -> !directory.endsWith(options.tenantId()))
                    .map(directory ->
                            new SavedTenant(directory).settings(DirectoryGenerator.VERSION))
                    .flatMap(Optional::stream)
                    .forEach(this::addTenant);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private Router router() {
        SigningKey key =
                options.dataDirectory() == null
                        ? SigningKey.shared()
                        : SigningKey.in(directoryFor("tls").resolve("token-key.json"));
        AccessTokens tokens = new AccessTokens(key, tenants, options.clock());
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        new GraphRoutes(vertx, tokens, notifier, options.clock()).mount(router);
        new LoginRoutes(
                        new App(options.clientId(), options.clientSecret()),
                        tenants,
                        key,
                        tokens,
                        options.clock())
                .mount(router);
        new ControlRoutes(tenants, notifier, options.clientId(), this::addTenant, this::addresses)
                .mount(router);
        new PageRoutes(tenants, notifier, options.clientId()).mount(router);
        return router;
    }

    private Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("graphBaseUrl", graphBaseUrl());
        addresses.put("loginUrl", loginUrl());
        addresses.put("loginCa", loginCa().toAbsolutePath().toString());
        return addresses;
    }

    private HttpServer listen(HttpServerOptions server, Router router) {
        server.setHost(options.host())
                .setCompressionSupported(true)
                .setMaxInitialLineLength(65_536);
        return await(vertx.createHttpServer(server).requestHandler(router).listen());
    }

    private Path directoryFor(String part) {
        try {
            Path data = options.dataDirectory();
            return data == null
                    ? Files.createTempDirectory("graph-simulator")
                    : Files.createDirectories(data.resolve(part));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (java.util.concurrent.TimeoutException failure) {
            throw new IllegalStateException("the simulator takes too long", failure);
        }
    }
}
