package com.learnamp.entra.simulator.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key that all tokens are signed with. */
public final class SigningKey {

    private static @Nullable SigningKey shared;

    private final RSAKey key;
    private final RSASSASigner signer;
    private final RSASSAVerifier verifier;

    private SigningKey(RSAKey key) throws JOSEException {
        this.key = key;
        this.signer = new RSASSASigner(key);
        this.verifier = new RSASSAVerifier(key);
    }

    /** The key in the file, which is made if it isn't there. */
    public static SigningKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, generate().toJSONString());
            }
            return new SigningKey(RSAKey.parse(Files.readString(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParseException | JOSEException failure) {
            throw new IllegalStateException("no signing key in " + file, failure);
        }
    }

    /** One key for all simulators of this process that keep nothing: making one takes long. */
    public static synchronized SigningKey shared() {
        try {
            if (shared == null) {
                shared = new SigningKey(generate());
            }
            return shared;
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Map<String, Object> publicKey() {
        return key.toPublicJWK().toJSONObject();
    }

    String sign(JWTClaimsSet claims) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(com.nimbusds.jose.JOSEObjectType.JWT)
                            .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The claims, if the token is one of ours; whether it still holds, others decide. */
    Optional<JWTClaimsSet> claims(String token) {
        try {
            JWSObject parsed = JWSObject.parse(token);
            return parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                            && parsed.verify(verifier)
                    ? Optional.of(JWTClaimsSet.parse(parsed.getPayload().toJSONObject()))
                    : Optional.empty();
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }
}
