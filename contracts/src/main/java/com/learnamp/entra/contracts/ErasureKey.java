package com.learnamp.entra.contracts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes of somebody who was erased what is left of him: a keyed hash by which he is known again,
 * and from which nobody without the key learns who he was. It is never changed, or those who were
 * erased come back.
 */
public final class ErasureKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final byte[] secret;

    private ErasureKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * @param text at least 32 random bytes in Base64
     * @throws IllegalArgumentException if it is not that
     */
    public static ErasureKey parse(String text) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ERASURE_KEY is not Base64", e);
        }
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "ERASURE_KEY has fewer than "
                            + SHORTEST
                            + " bytes: make one with"
                            + " openssl rand -base64 32");
        }
        return new ErasureKey(secret);
    }

    /** Of an account in Entra. */
    public byte[] hash(CompanyId company, EntraObjectId object) {
        return hash(company, "object", object.toString());
    }

    /** Of an address, whatever its case. */
    public byte[] hash(CompanyId company, String email) {
        return hash(company, "email", email.toLowerCase(Locale.ROOT));
    }

    private byte[] hash(CompanyId company, String kind, String value) {
        Objects.requireNonNull(value, "value");
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            String text = company + "\n" + kind + "\n" + value;
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "ErasureKey[redacted]";
    }
}
