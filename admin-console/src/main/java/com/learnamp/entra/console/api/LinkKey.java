package com.learnamp.entra.console.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links to avatars. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinkKey(long id, byte[] secret, Instant createdAt) {

    private static final String HMAC = "HmacSHA256";

    LinkKey {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Of a picture of a company, until then. */
    String sign(long company, String hash, long expires) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] signature =
                    mac.doFinal(
                            "%d/%s/%d"
                                    .formatted(company, hash, expires)
                                    .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    /** A secret shows itself nowhere. */
    @Override
    public String toString() {
        return "LinkKey[" + id + "]";
    }
}
