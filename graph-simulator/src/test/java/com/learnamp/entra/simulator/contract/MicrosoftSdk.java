package com.learnamp.entra.simulator.contract;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URI;
import java.net.http.HttpClient;
import okhttp3.OkHttpClient;

/** Microsoft's own client, as Microsoft says it is to be used. */
final class MicrosoftSdk {

    private MicrosoftSdk() {}

    static GraphServiceClient of(Target target) {
        ClientSecretCredential credential =
                new ClientSecretCredentialBuilder()
                        .tenantId(target.tenantId())
                        .clientId(target.clientId())
                        .clientSecret(target.clientSecret())
                        .authorityHost(target.loginUrl())
                        .disableInstanceDiscovery()
                        .httpClient(
                                new JdkHttpClientBuilder(
                                                HttpClient.newBuilder().sslContext(target.tls()))
                                        .build())
                        .build();
        OkHttpClient http =
                GraphClientFactory.create()
                        .sslSocketFactory(target.tls().getSocketFactory(), target.trust())
                        .build();
        return new GraphServiceClient(
                new BaseGraphRequestAdapter(
                        new AzureIdentityAuthenticationProvider(
                                credential,
                                new String[] {URI.create(target.graphBaseUrl()).getHost()},
                                "https://graph.microsoft.com/.default"),
                        target.graphBaseUrl(),
                        http));
    }
}
