package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/rules.md} promises is pinned by the tests that it names. */
class RulesTest {

    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+\\.\\w+)`");

    /** From the annotation to the method's name, over whatever other annotations there are. */
    private static final Pattern TEST_METHOD =
            Pattern.compile("(?s)@(?:Test|ParameterizedTest|Property)\\b.*?\\bvoid (\\w+)\\(");

    private static final List<String> ROWS =
            Repository.read("docs/rules.md")
                    .lines()
                    .filter(line -> line.startsWith("| ") && !line.equals("| rule | tests |"))
                    .toList();

    @Test
    void everyRuleIsPinnedByATest() {
        assertThat(ROWS).hasSizeGreaterThan(40);
        assertThat(ROWS)
                .allMatch(row -> !Repository.all(TEST_NAME, row).isEmpty(), "names its tests");
    }

    @Test
    void noRuleIsListedTwice() {
        List<String> rules = ROWS.stream().map(row -> row.split("\\|")[1].strip()).toList();

        assertThat(rules).doesNotHaveDuplicates();
    }

    @Test
    void everyTestThatARuleNamesExists() {
        Set<String> named =
                ROWS.stream()
                        .flatMap(row -> Repository.all(TEST_NAME, row).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() {
        return Repository.modules().stream()
                .flatMap(module -> Repository.sources(module + "/src"))
                .filter(path -> path.toString().contains("/src/test/"))
                .flatMap(path -> testsOf(path).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> testsOf(Path path) {
        String type = path.getFileName().toString().replace(".java", "");
        String source = Repository.read(Repository.ROOT.relativize(path).toString());
        return Repository.all(TEST_METHOD, source).stream()
                .map(method -> type + "." + method)
                .toList();
    }
}
