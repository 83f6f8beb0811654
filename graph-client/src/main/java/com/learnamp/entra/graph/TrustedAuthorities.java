package com.learnamp.entra.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to believe that a server is who it says: the JVM's authorities, and those of one PEM file on
 * top.
 */
record TrustedAuthorities(SSLContext context, X509TrustManager trust) {

    static TrustedAuthorities with(@Nullable Path pem) {
        try {
            X509TrustManager usual = manager(null);
            X509TrustManager trust = pem == null ? usual : manager(joined(usual, read(pem)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new TrustedAuthorities(context, trust);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalArgumentException(
                    "loginCertificateAuthority "
                            + pem
                            + " can't be read as a PEM file of certificates",
                    unreadable);
        }
    }

    private static List<Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            List<Certificate> found =
                    new ArrayList<>(
                            CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (found.isEmpty()) {
                throw new GeneralSecurityException("no certificate in it");
            }
            return found;
        }
    }

    private static KeyStore joined(X509TrustManager usual, List<Certificate> own)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        List<Certificate> all = new ArrayList<>(own);
        for (X509Certificate issuer : usual.getAcceptedIssuers()) {
            all.add(issuer);
        }
        for (int index = 0; index < all.size(); index++) {
            store.setCertificateEntry("authority-" + index, all.get(index));
        }
        return store;
    }

    private static X509TrustManager manager(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(
                        () -> new GeneralSecurityException("the JVM has no X.509 trust manager"));
    }
}
