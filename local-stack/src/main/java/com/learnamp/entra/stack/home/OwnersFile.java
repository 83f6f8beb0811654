package com.learnamp.entra.stack.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file of secrets, which nobody but its owner reads. */
public record OwnersFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final ObjectMapper JSON = new ObjectMapper();

    public <T> Optional<T> read(Class<T> type) {
        try {
            return Files.exists(path)
                    ? Optional.of(JSON.readValue(path.toFile(), type))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new StackProblem(path + " can't be read; ./dev run --fresh starts over", failure);
        }
    }

    public void write(Object content) {
        try {
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            JSON.writeValue(path.toFile(), content);
        } catch (IOException failure) {
            throw new StackProblem(path + " can't be written", failure);
        }
    }
}
