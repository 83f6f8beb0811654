package com.learnamp.entra.graph;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for localhost that nobody trusts who isn't told to, made by the JDK's own tool once
 * for all tests.
 */
record TestCertificate(SSLContext serverContext, Path pem) {

    private static final String PASSWORD = "changeit";

    private static final class Shared {
        static final TestCertificate CERTIFICATE = make();
    }

    static TestCertificate shared() {
        return Shared.CERTIFICATE;
    }

    private static TestCertificate make() {
        try {
            Path folder = Files.createTempDirectory("graph-client");
            folder.toFile().deleteOnExit();
            Path store = folder.resolve("localhost.p12");
            Process keytool =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    "localhost",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=localhost",
                                    "-ext",
                                    "san=dns:localhost,ip:127.0.0.1",
                                    "-storetype",
                                    "PKCS12",
                                    "-keystore",
                                    store.toString(),
                                    "-storepass",
                                    PASSWORD)
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return read(store, folder.resolve("localhost.pem"));
        } catch (Exception failure) {
            throw new IllegalStateException("No certificate for the tests", failure);
        }
    }

    private static TestCertificate read(Path store, Path pem) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        String encoded =
                Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("localhost").getEncoded());
        Files.writeString(
                pem, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
        pem.toFile().deleteOnExit();
        store.toFile().deleteOnExit();
        return new TestCertificate(context, pem);
    }
}
