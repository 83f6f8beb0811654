package com.learnamp.entra.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A published schema, whose references lead to itself or to its neighbours. */
record SchemaFile(String name, JsonNode root) {

    private static final Path FOLDER = Path.of("src", "main", "resources", "schemas");

    static SchemaFile of(String name) throws IOException {
        return new SchemaFile(
                name, GoldenFile.MAPPER.readTree(FOLDER.resolve(name + ".json").toFile()));
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(path -> path.getFileName().toString().replaceFirst("\\.json$", ""))
                    .toList();
        }
    }

    /** A part of this file, or what the part refers to. */
    Part part(JsonNode node) throws IOException {
        JsonNode reference = node.get("$ref");
        if (reference == null) {
            return new Part(this, node);
        }
        String[] halves = reference.asText().split("#", 2);
        SchemaFile target = halves[0].isEmpty() ? this : of(halves[0].replaceFirst("\\.json$", ""));
        return target.part(target.root.at(halves[1]));
    }

    record Part(SchemaFile file, JsonNode node) {}
}
