package com.learnamp.entra.stack.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * What the parts must know and nobody else; made once, kept in a file that only its owner reads.
 *
 * @param subscriptionKeys {@code id=base64}, as the services take it
 * @param opsClientSecret of the API client of Learn Amp's operations
 * @param ownerPassword with which the demo company's Owner signs in
 */
public record Secrets(
        String subscriptionKeys, String opsClientId, String opsClientSecret, String ownerPassword) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Secrets in(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                JSON.writeValue(file.toFile(), generate(new SecureRandom()));
            }
            return JSON.readValue(file.toFile(), Secrets.class);
        } catch (IOException failure) {
            throw new StackProblem(
                    file + " can't be read or written; ./dev run --fresh starts over", failure);
        }
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
