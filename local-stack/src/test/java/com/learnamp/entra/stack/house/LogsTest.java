package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logs are constant words and keys of one vocabulary, so that they can be searched. */
class LogsTest {

    private static final Pattern CALL =
            Pattern.compile("(?s)LOG\\s*\\.(?:debug|info|warn|error)f?\\((.*?)\\);");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("%[a-z]");
    private static final Pattern KEYED = Pattern.compile("(\\w+)=(?:\\\\\")?%[a-z]");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void whatVariesHasAKeyOfTheVocabulary() {
        Set<String> keys = new TreeSet<>();
        List<String> withoutKey = new ArrayList<>();
        for (String text : texts()) {
            keys.addAll(Repository.all(KEYED, text));
            if (PLACE.matcher(text).results().count() != KEYED.matcher(text).results().count()) {
                withoutKey.add(text);
            }
        }

        assertThat(withoutKey).as("messages with something in them that has no key").isEmpty();
        assertThat(keys)
                .as("keys of the logs, and those of docs/logs.md")
                .isEqualTo(new TreeSet<>(Repository.all(ROW, Repository.read("docs/logs.md"))));
    }

    private static List<String> texts() {
        return Stream.of(
                        "messaging",
                        "webhook-receiver",
                        "graph-fetcher",
                        "user-mapper",
                        "provisioning-writer",
                        "photo-sync",
                        "admin-console")
                .flatMap(module -> Repository.sources(module + "/src/main/java"))
                .map(LogsTest::read)
                .flatMap(source -> CALL.matcher(source).results())
                .map(call -> text(call.group(1)))
                .toList();
    }

    private static String read(Path source) {
        return Repository.read(Repository.ROOT.relativize(source).toString());
    }

    /** Of a text that is written in pieces. */
    private static String text(String arguments) {
        Matcher pieces = TEXT.matcher(arguments);
        return pieces.results().map(piece -> piece.group(1)).collect(Collectors.joining());
    }
}
