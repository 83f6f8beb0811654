package com.learnamp.entra.stack.home;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The state of the running stack as a file; replaced whole, so that a reader never sees a part. */
public record StateFile(Path path) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    public Optional<StackState> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(JSON.readValue(path.toFile(), StackState.class))
                    : Optional.empty();
        } catch (IOException halfWritten) {
            return Optional.empty();
        }
    }

    public void write(StackState state) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            PRETTY.writeValue(next.toFile(), state);
            Files.move(
                    next,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As the file holds it, for tools. */
    public static String json(StackState state) {
        try {
            return PRETTY.writeValueAsString(state);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
