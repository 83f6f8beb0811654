package com.learnamp.entra.stack.home;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the parts must know and nobody else; made once, kept in a file that only its owner reads.
 *
 * @param subscriptionKeys {@code id=base64}, as the services take it
 * @param erasureKey by which people who were erased are known again
 * @param tenantKeys with which tenant ids are sealed
 * @param opsClientSecret of the API client of Learn Amp's operations; with it {@link #STAFF} signs
 *     in, too
 * @param ownerPassword with which the demo company's Owner signs in
 */
public record Secrets(
        String subscriptionKeys,
        String erasureKey,
        String tenantKeys,
        String opsClientId,
        String opsClientSecret,
        String ownerPassword) {

    /** Somebody of Learn Amp's operations. */
    public static final String STAFF = "operations@learnamp.example";

    /** What a file from before lacks is made when it is read. */
    public Secrets {
        if (erasureKey == null) {
            erasureKey = base64(new SecureRandom());
        }
        if (tenantKeys == null) {
            tenantKeys = tenantKeys(new SecureRandom());
        }
    }

    public static Secrets in(Path path) {
        OwnersFile file = new OwnersFile(path);
        Secrets secrets = file.read(Secrets.class).orElseGet(() -> generate(new SecureRandom()));
        file.write(secrets);
        return secrets;
    }

    private static Secrets generate(SecureRandom random) {
        return new Secrets(
                "local=" + base64(random),
                base64(random),
                tenantKeys(random),
                "local-ops",
                text(random, 24),
                text(random, 9));
    }

    private static String tenantKeys(SecureRandom random) {
        return "hash=" + base64(random) + ",local=" + base64(random);
    }

    private static String base64(SecureRandom random) {
        return Base64.getEncoder().encodeToString(bytes(random, 32));
    }

    private static String text(SecureRandom random, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, length));
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }
}
