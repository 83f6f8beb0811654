package com.learnamp.entra.contracts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a subscription carries: an HMAC over the subscription's facts, so that
 * webhook-receiver can check it without a database. The key's id and the resource travel in the
 * notification URL's query.
 */
public final class ClientState {

    /** The query parameter with the key's id. */
    public static final String KEY_PARAMETER = "key";

    /** The query parameter with the subscription's resource, {@code users} or {@code groups}. */
    public static final String RESOURCE_PARAMETER = "resource";

    private static final String ALGORITHM = "HmacSHA256";

    private ClientState() {}

    /**
     * @param key at least 32 random bytes, shared by graph-fetcher and webhook-receiver
     * @param resource {@code users} or {@code groups}
     * @return 43 characters, within Graph's 128
     */
    public static String of(byte[] key, String keyId, EntraTenantId tenant, String resource) {
        Objects.requireNonNull(resource, "resource");
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String facts = keyId + "\n" + tenant + "\n" + resource;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(facts.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Compares in constant time. */
    public static boolean matches(
            String presented, byte[] key, String keyId, EntraTenantId tenant, String resource) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.UTF_8),
                of(key, keyId, tenant, resource).getBytes(StandardCharsets.UTF_8));
    }
}
