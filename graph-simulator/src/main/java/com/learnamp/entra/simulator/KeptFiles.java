package com.learnamp.entra.simulator;

import com.learnamp.entra.simulator.login.Certificates;
import com.learnamp.entra.simulator.login.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a simulator keeps what it needs again: below its data directory, or for as long as it lives
 * below a temporary one.
 */
final class KeptFiles {

    private final Path root;
    private final boolean temporary;
    private final Certificates certificates;

    private KeptFiles(Path root, boolean temporary, List<String> names) {
        this.root = root;
        this.temporary = temporary;
        this.certificates = Certificates.in(root.resolve("tls"), names);
    }

    static KeptFiles of(SimulatorOptions options) {
        Path data = options.dataDirectory();
        try {
            return data == null
                    ? new KeptFiles(
                            Files.createTempDirectory("graph-simulator"), true, options.names())
                    : new KeptFiles(Files.createDirectories(data), false, options.names());
        } catch (IOException failure) {
            throw new UncheckedIOException("The simulator can't write to " + data, failure);
        }
    }

    Certificates certificates() {
        return certificates;
    }

    SigningKey signingKey() {
        return temporary ? SigningKey.shared() : SigningKey.in(root.resolve("token-key.json"));
    }

    /** Where the tenants are kept, if they are. */
    Optional<Path> tenants() {
        try {
            return temporary
                    ? Optional.empty()
                    : Optional.of(Files.createDirectories(root.resolve("tenants")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes what was temporary. */
    void discard() {
        if (temporary) {
            try {
                for (Path file :
                        List.of(
                                certificates.ca(),
                                certificates.server(),
                                certificates.serverKey(),
                                root.resolve("tls"),
                                root)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
