package com.learnamp.entra.store;

import com.learnamp.entra.contracts.EntraTenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tenant ids as they are stored: sealed with AES-GCM, so that whoever has the database, or a backup
 * of it, does not learn whose directory is whose; and hashed under a key, so that equal ones are
 * found. A sealed id names its key, so that keys can be changed one after another: the first one
 * seals, all of them open.
 */
public final class TenantSeal {

    /** Of the key that hashes: it has no successor, or what was hashed is not found any more. */
    private static final String HASH = "hash";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_ID = 100;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final SecretKeySpec hashKey;
    private final String sealing;
    private final SecureRandom random = new SecureRandom();

    private TenantSeal(Map<String, byte[]> secrets) {
        byte[] hash = secrets.remove(HASH);
        if (hash == null || secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "TENANT_KEYS needs a key named hash and one that seals: hash=base64,k1=base64");
        }
        this.hashKey = new SecretKeySpec(hash, "HmacSHA256");
        secrets.forEach((id, secret) -> keys.put(id, new SecretKeySpec(secret, "AES")));
        this.sealing = keys.keySet().iterator().next();
    }

    /**
     * @param text {@code hash=base64,k1=base64,k2=base64} of 32 random bytes each
     * @throws IllegalArgumentException if it is not that
     */
    public static TenantSeal parse(String text) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals <= 0 || equals > LONGEST_ID) {
                throw new IllegalArgumentException(
                        "TENANT_KEYS has the form hash=base64,k1=base64,k2=base64");
            }
            String id = entry.substring(0, equals).strip();
            byte[] secret = decode(id, entry.substring(equals + 1).strip());
            if (secrets.put(id, secret) != null) {
                throw new IllegalArgumentException("TENANT_KEYS: " + id + " is there twice");
            }
        }
        return new TenantSeal(secrets);
    }

    private static byte[] decode(String id, String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("TENANT_KEYS: " + id + " is not Base64", e);
        }
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "TENANT_KEYS: " + id + " has not 32 bytes: openssl rand -base64 32");
        }
        return secret;
    }

    /** Another text each time. */
    byte[] seal(EntraTenantId tenant) {
        byte[] id = sealing.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, sealing, nonce);
            byte[] sealed = cipher.doFinal(tenant.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + id.length + nonce.length + sealed.length)
                    .put((byte) id.length)
                    .put(id)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * @throws IllegalStateException if the key is not there any more, or it was tampered with
     */
    EntraTenantId open(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        byte[] id = new byte[buffer.get()];
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(id).get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        String key = new String(id, StandardCharsets.UTF_8);
        try {
            byte[] tenant = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed);
            return EntraTenantId.parse(new String(tenant, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a tenant id can't be opened with the key " + key + " of TENANT_KEYS", e);
        }
    }

    /** The same for the same tenant, whichever key seals. */
    byte[] hash(EntraTenantId tenant) {
        try {
            Mac mac = Mac.getInstance(hashKey.getAlgorithm());
            mac.init(hashKey);
            return mac.doFinal(tenant.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
        SecretKeySpec key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("TENANT_KEYS has no key " + id);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "TenantSeal" + keys.keySet();
    }
}
