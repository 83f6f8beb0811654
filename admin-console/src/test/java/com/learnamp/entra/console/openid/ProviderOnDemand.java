package com.learnamp.entra.console.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An OpenID provider that says in its id tokens what a test wants, true or not. */
final class ProviderOnDemand implements AutoCloseable {

    static final String CLIENT = "console";

    private static final RSAKey OWN_KEY = newKey();

    private final HttpServer server;
    private final RSAKey key = OWN_KEY;
    private String idToken = "";
    private Optional<String> refusal = Optional.empty();
    private String askedWith = "";

    private ProviderOnDemand(HttpServer server) {
        this.server = server;
    }

    static ProviderOnDemand start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ProviderOnDemand provider = new ProviderOnDemand(server);
            server.createContext(
                    "/.well-known/openid-configuration",
                    exchange -> answer(exchange, 200, provider.documents()));
            server.createContext(
                    "/keys",
                    exchange ->
                            answer(
                                    exchange,
                                    200,
                                    new JWKSet(provider.key).toPublicJWKSet().toString()));
            server.createContext("/token", provider::token);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OpenIdProvider asProvider() {
        return new OpenIdProvider(issuer(), CLIENT, "a secret", Optional.empty());
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the token endpoint was asked with, as a form. */
    String askedWith() {
        return askedWith;
    }

    void refusesTheCode() {
        refusal = Optional.of("{\"error\": \"invalid_grant\"}");
    }

    /** From now on it answers with this token, signed with its own key. */
    void says(String nonce, UnaryOperator<JWTClaimsSet.Builder> changes) {
        idToken = signed(key, changes.apply(claims(nonce)).build());
    }

    void saysWithAnothersKey(String nonce) {
        RSAKey foreign = newKey();
        idToken =
                signed(
                        new RSAKey.Builder(foreign).keyID(key.getKeyID()).build(),
                        claims(nonce).build());
    }

    void saysWithoutSignature(String nonce) {
        idToken = new PlainJWT(claims(nonce).build()).serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private JWTClaimsSet.Builder claims(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("somebody")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String documents() {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
         "token_endpoint_auth_methods_supported": ["client_secret_post"]}
        """
                .formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        askedWith = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (refusal.isPresent()) {
            answer(exchange, 400, refusal.get());
            return;
        }
        answer(
                exchange,
                200,
                """
                {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
                """
                        .formatted(idToken));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
