package com.learnamp.entra.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs in its {@code *IT}: the broker with all topics, the migrated store, mail on
 * demand. Arguments: {@code database=ROLE} chooses as whom the service signs in to the store,
 * {@code mail=true} starts an SMTP server, {@code simulator=true} a simulated Microsoft Graph with
 * {@code people=N} in the group.
 */
public final class BackingServices implements QuarkusTestResourceLifecycleManager {

    private Map<String, String> arguments = Map.of();
    private @Nullable MailServer mailServer;
    private @Nullable SimulatedGraph simulator;

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        SharedServices.start();
        Map<String, String> configuration = new HashMap<>(QUIET_CLIENTS);
        configuration.put("kafka.bootstrap.servers", SharedServices.bootstrapServers());
        configuration.put("KAFKA_BOOTSTRAP_SERVERS", SharedServices.bootstrapServers());
        @Nullable String role = arguments.get("database");
        if (role != null) {
            configuration.putAll(store(Database.Login.ofRole(role)));
        }
        if (Boolean.parseBoolean(arguments.get("mail"))) {
            MailServer started = MailServer.start(FreePort.find());
            mailServer = started;
            configuration.put("SMTP_HOST", "127.0.0.1");
            configuration.put("SMTP_PORT", Integer.toString(started.port()));
        }
        if (Boolean.parseBoolean(arguments.get("simulator"))) {
            SimulatedGraph started = SimulatedGraph.start(people());
            simulator = started;
            configuration.putAll(started.configuration());
        }
        return configuration;
    }

    private int people() {
        return Integer.parseInt(arguments.getOrDefault("people", "100"));
    }

    @Override
    public void stop() {
        if (mailServer != null) {
            mailServer.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    /**
     * Fills a test's fields of type {@link MailServer} and {@link SimulatedGraph}, if it asked for
     * them.
     */
    @Override
    public void inject(TestInjector testInjector) {
        if (mailServer != null) {
            testInjector.injectIntoFields(
                    mailServer, new TestInjector.MatchesType(MailServer.class));
        }
        if (simulator != null) {
            testInjector.injectIntoFields(
                    simulator, new TestInjector.MatchesType(SimulatedGraph.class));
        }
    }

    public static String bootstrapServers() {
        return SharedServices.bootstrapServers();
    }

    /** As the store's administrator: for fixtures, and for looking at every company's rows. */
    public static Connection connectToStore() throws SQLException {
        Database.Login administrator = SharedServices.storeAdministrator();
        return DriverManager.getConnection(
                SharedServices.storeUrl(), administrator.user(), administrator.password());
    }

    private static Map<String, String> store(Database.Login login) {
        return Map.of(
                "STORE_JDBC_URL", SharedServices.storeUrl(),
                "STORE_USER", login.user(),
                "STORE_PASSWORD", login.password(),
                "ERASURE_KEY", "A".repeat(43) + "=",
                "TENANT_KEYS", "hash=" + "A".repeat(43) + "=,k1=" + "B".repeat(42) + "A=",
                "quarkus.datasource.jdbc.url", SharedServices.storeUrl(),
                "quarkus.datasource.username", login.user(),
                "quarkus.datasource.password", login.password());
    }

    private static final Map<String, String> QUIET_CLIENTS =
            Map.of(
                    "quarkus.log.category.\"kafka\".level", "WARN",
                    "quarkus.log.category.\"org.apache.kafka\".level", "WARN",
                    "quarkus.log.category.\"state.change.logger\".level", "WARN",
                    "quarkus.log.category.\"io.zonky\".level", "WARN");
}
