package com.learnamp.entra.stack.home;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the parts must know and nobody else; made once, kept in a file that only its owner reads.
 *
 * @param subscriptionKeys {@code id=base64}, as the services take it
 * @param opsClientSecret of the API client of Learn Amp's operations
 * @param ownerPassword with which the demo company's Owner signs in
 */
public record Secrets(
        String subscriptionKeys, String opsClientId, String opsClientSecret, String ownerPassword) {

    public static Secrets in(Path path) {
        OwnersFile file = new OwnersFile(path);
        return file.read(Secrets.class)
                .orElseGet(() -> {
                    Secrets made = generate(new SecureRandom());
                    file.write(made);
                    return made;
                });
    }

    private static Secrets generate(SecureRandom random) {
        return new Secrets(
                "local=" + Base64.getEncoder().encodeToString(bytes(random, 32)),
                "local-ops",
                text(random, 24),
                text(random, 9));
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
