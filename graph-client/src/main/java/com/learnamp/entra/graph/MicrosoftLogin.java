package com.learnamp.entra.graph;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes credentials by azure-identity, all on one HTTP client. */
final class MicrosoftLogin {

    private static final Set<String> MICROSOFT_LOGINS =
            Set.of(
                    "login.microsoftonline.com",
                    "login.microsoftonline.us",
                    "login.chinacloudapi.cn",
                    "login.partner.microsoftonline.cn");

    /**
     * Where a login waits for its answer. Without it that would be azure-core's own pool of a few
     * threads, which also reads the answers: many tenants at once would wait for each other for
     * good.
     */
    private static final ExecutorService WAITING = Executors.newVirtualThreadPerTaskExecutor();

    private final GraphSettings settings;
    private final Clock clock;
    private final HttpClient loginHttp;

    MicrosoftLogin(GraphSettings settings, TrustedAuthorities authorities, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.loginHttp = loginHttp(authorities);
    }

    TokenCredential credential(UUID tenantId) {
        ClientSecretCredentialBuilder builder =
                new ClientSecretCredentialBuilder()
                        .authorityHost(settings.loginBase().toString())
                        .tenantId(tenantId.toString())
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .httpClient(loginHttp)
                        .executorService(WAITING)
                        .addPolicy(new RefuseBusyLogin(clock))
                        // Repeating is done once, by us, with a bound.
                        .retryOptions(
                                new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))));
        if (!MICROSOFT_LOGINS.contains(settings.loginBase().getHost())) {
            // Microsoft would be asked whether it knows the host, and be told the tenant's id.
            builder.disableInstanceDiscovery();
        }
        return builder.build();
    }

    private static HttpClient loginHttp(TrustedAuthorities authorities) {
        return new JdkHttpClientBuilder(
                        java.net.http.HttpClient.newBuilder()
                                .sslContext(authorities.context())
                                .followRedirects(java.net.http.HttpClient.Redirect.NEVER))
                .connectionTimeout(Duration.ofSeconds(10))
                .responseTimeout(Duration.ofSeconds(30))
                .readTimeout(Duration.ofSeconds(30))
                .build();
    }
}
