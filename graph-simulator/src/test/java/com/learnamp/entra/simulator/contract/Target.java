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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
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
        SSLContext tls,
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
        return new Target(
                graph,
                environment.getOrDefault("CONTRACT_LOGIN_URL", "https://login.microsoftonline.com"),
                tls(environment.get("CONTRACT_LOGIN_CA")),
                required(environment, "CONTRACT_TENANT_ID"),
                required(environment, "CONTRACT_GROUP_ID"),
                required(environment, "CONTRACT_CLIENT_ID"),
                required(environment, "CONTRACT_CLIENT_SECRET"));
    }

    private static SSLContext tls(@Nullable String authority) {
        try {
            return authority == null ? SSLContext.getDefault() : trusting(Path.of(authority));
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

    /** Besides the usual authorities. */
    public static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (X509Certificate usual : usualAuthorities()) {
                trusted.setCertificateEntry(usual.getSubjectX500Principal().getName(), usual);
            }
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

    private static List<X509Certificate> usualAuthorities() throws GeneralSecurityException {
        TrustManagerFactory usual =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        return Stream.of(usual.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toList();
    }
}
