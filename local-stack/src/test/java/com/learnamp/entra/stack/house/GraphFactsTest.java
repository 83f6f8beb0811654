package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every fact about Graph is pinned by tests that exist, or refused by name. */
class GraphFactsTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| (?!fact |---)(.+) \\| (.+) \\| (.+) \\|$", Pattern.MULTILINE);

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+\\.[a-z]\\w+)`");

    private static final List<Path> SOURCES = sources();

    /** A row of the page. */
    private record Fact(String fact, String answer, List<String> tests) {
        boolean refused() {
            return answer.startsWith("refused by name: ");
        }
    }

    @Test
    void everyFactIsPinnedOrRefusedByName() {
        assertThat(facts()).hasSizeGreaterThan(100);
        assertThat(facts())
                .allMatch(fact -> fact.refused() || !fact.tests().isEmpty(), "is pinned");
    }

    @Test
    void everyTestThatIsNamedExists() {
        List<String> named = facts().stream().flatMap(fact -> fact.tests().stream()).toList();

        assertThat(named).allMatch(GraphFactsTest::exists, "exists");
    }

    private static List<Fact> facts() {
        return ROW.matcher(Repository.read("docs/graph.md"))
                .results()
                .map(row ->
                        new Fact(row.group(1), row.group(2), Repository.all(TEST, row.group(3))))
                .toList();
    }

    /** Two modules may have a class of the same name. */
    private static boolean exists(String test) {
        int dot = test.indexOf('.');
        String file = test.substring(0, dot) + ".java";
        String method = " void " + test.substring(dot + 1) + "(";
        return SOURCES.stream()
                .filter(source -> source.endsWith(file))
                .anyMatch(source ->
                        Repository.read(Repository.ROOT.relativize(source).toString())
                                .contains(method));
    }

    private static List<Path> sources() {
        return Repository.modules().stream()
                .map(module -> module + "/src/test")
                .filter(folder -> Files.isDirectory(Repository.ROOT.resolve(folder)))
                .flatMap(Repository::sources)
                .toList();
    }
}
