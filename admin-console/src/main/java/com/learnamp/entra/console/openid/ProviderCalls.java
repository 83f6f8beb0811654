package com.learnamp.entra.console.openid;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How we speak to a provider: with a limit to time and size, and with its certificate authority.
 */
final class ProviderCalls {

    private static final int TIMEOUT_MILLIS = Math.toIntExact(Duration.ofSeconds(10).toMillis());
    private static final int LARGEST_DOCUMENT = 1 << 20;

    private final @Nullable SSLSocketFactory sockets;

    ProviderCalls(OpenIdProvider provider) {
        sockets = provider.certificateAuthority().map(ProviderCalls::trusting).orElse(null);
    }

    DefaultResourceRetriever documents() {
        return new DefaultResourceRetriever(
                TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_DOCUMENT, true, sockets);
    }

    void prepare(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        if (sockets != null) {
            request.setSSLSocketFactory(sockets);
        }
    }

    private static SSLSocketFactory trusting(Path authority) {
        try (InputStream file = Files.newInputStream(authority)) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            int number = 0;
            for (Certificate certificate : certificates) {
                known.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The certificate authority " + authority + " can't be read", e);
        }
    }
}
