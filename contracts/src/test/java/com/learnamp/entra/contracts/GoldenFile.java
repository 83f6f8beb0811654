package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message as it was once written: {@code user-changed.json}, or a variant, {@code
 * user-changed.minimal.json}.
 */
record GoldenFile(Path path) {

    static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private static final String EVENT = "user-event.";

    /** As {@code messaging} writes and reads. */
    static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    static List<GoldenFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() throws IOException {
        return Files.readString(path);
    }

    /** The schema's name: the wire name, for events with what happened. */
    String schema() {
        String name = path.getFileName().toString();
        int start = name.startsWith(EVENT) ? EVENT.length() : 0;
        return name.substring(0, name.indexOf('.', start));
    }

    /** The class that it is read as. */
    Class<?> type() {
        return schema().startsWith(EVENT)
                ? SealedTypes.leaves(UserEvent.class).stream()
                        .filter(leaf -> schema().equals(EVENT + SealedTypes.wireName(leaf)))
                        .findFirst()
                        .orElseThrow()
                : MessageType.named(schema()).orElseThrow().message();
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
