package com.learnamp.entra.simulator.contract;

import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The Graph that is talked to: the simulator, or a real tenant named by {@code CONTRACT_…}
 * variables.
 *
 * @param groupId a group with nested groups and some people in it
 */
public record Target(
        String graphBaseUrl,
        String loginUrl,
        SSLContext tls,
        String tenantId,
        String groupId,
        String clientId,
        String clientSecret) {

    private static final GraphSimulatorHolder SHARED = new GraphSimulatorHolder();

    /** One simulator for all tests that only read; the first to ask starts it. */
    private static final class GraphSimulatorHolder {
        private @org.jspecify.annotations.Nullable GraphSimulator simulator;

        synchronized GraphSimulator get() {
            if (simulator == null) {
                GraphSimulator started =
                        GraphSimulator.start(SimulatorOptions.forTests().withPeople(300));
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                simulator = started;
            }
            return simulator;
        }
    }

    /** A real tenant if the environment names one, else a simulator that nobody changes. */
    static Target readOnly() {
        Map<String, String> environment = System.getenv();
        String graph = environment.get("CONTRACT_GRAPH_URL");
        return graph == null ? of(SHARED.get()) : real(graph, environment);
    }

    public static Target of(GraphSimulator simulator) {
        return new Target(
                simulator.graphBaseUrl(),
                simulator.loginUrl(),
                trusting(simulator.loginCa()),
                simulator.tenantId(),
                simulator.groupId(),
                simulator.clientId(),
                simulator.clientSecret());
    }

    private static Target real(String graph, Map<String, String> environment) {
        try {
            return new Target(
                    graph,
                    environment.getOrDefault(
                            "CONTRACT_LOGIN_URL", "https://login.microsoftonline.com"),
                    SSLContext.getDefault(),
                    required(environment, "CONTRACT_TENANT_ID"),
                    required(environment, "CONTRACT_GROUP_ID"),
                    required(environment, "CONTRACT_CLIENT_ID"),
                    required(environment, "CONTRACT_CLIENT_SECRET"));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }

    public static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
