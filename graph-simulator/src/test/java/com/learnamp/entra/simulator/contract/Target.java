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
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The Graph that is talked to: the simulator, or a real tenant named by {@code CONTRACT_…}
 * variables.
 *
 * @param groupId a group with nested groups and some people in it
 */
public record Target(
        String graphBaseUrl,
        String loginUrl,
        X509TrustManager trust,
        String tenantId,
        String groupId,
        String clientId,
        String clientSecret) {

    private static final GraphSimulatorHolder SHARED = new GraphSimulatorHolder();

    /** One simulator for all tests that only read; the first to ask starts it. */
    private static final class GraphSimulatorHolder {
        private @Nullable GraphSimulator simulator;

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
        @Nullable String authority = environment.get("CONTRACT_LOGIN_CA");
        return new Target(
                graph,
                environment.getOrDefault("CONTRACT_LOGIN_URL", "https://login.microsoftonline.com"),
                trusting(authority == null ? null : Path.of(authority)),
                required(environment, "CONTRACT_TENANT_ID"),
                required(environment, "CONTRACT_GROUP_ID"),
                required(environment, "CONTRACT_CLIENT_ID"),
                required(environment, "CONTRACT_CLIENT_SECRET"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }

    public SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * The usual authorities, and one more.
     *
     * @param further null if the usual ones are enough
     */
    private static X509TrustManager trusting(@Nullable Path further) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (X509Certificate usual : authorities(null).getAcceptedIssuers()) {
                trusted.setCertificateEntry(usual.getSubjectX500Principal().getName(), usual);
            }
            if (further != null) {
                try (InputStream pem = Files.newInputStream(further)) {
                    trusted.setCertificateEntry(
                            "further",
                            CertificateFactory.getInstance("X.509").generateCertificate(pem));
                }
            }
            return authorities(trusted);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static X509TrustManager authorities(@Nullable KeyStore trusted)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
