package com.learnamp.entra.stack.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this repository, as they lie around this module. */
final class Repository {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

    private static final Set<String> TYPES = declaredTypes();

    private Repository() {}

    static List<String> modules() {
        return MODULE.matcher(read("pom.xml")).results().map(match -> match.group(1)).toList();
    }

    /** All but those that are tests only. */
    static List<String> modulesWithCode() {
        return modules().stream()
                .filter(module -> Files.isDirectory(ROOT.resolve(module).resolve("src/main")))
                .toList();
    }

    static List<Path> classes() {
        return modules().stream()
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    static List<Path> testClasses() {
        return modules().stream()
                .map(module -> ROOT.resolve(module).resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    /** Whether the sources declare a type of this name, nested ones included. */
    static boolean hasSourceOf(String typeName) {
        return TYPES.contains(typeName);
    }

    static Stream<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> declaredTypes() {
        return modules().stream()
                .flatMap(module -> sources(module + "/src"))
                .flatMap(path -> all(DECLARATION, read(ROOT.relativize(path).toString())).stream())
                .collect(Collectors.toSet());
    }
}
