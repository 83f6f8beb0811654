package com.learnamp.entra.stack.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there. */
class DocumentsTest {

    /** A class in backquotes: {@code `RecordKey`}, {@code `PhotoDecision.decide`}. */
    private static final Pattern CLASS_NAME =
            Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)?)(?:[.#(][^`]*)?`");

    static List<String> modules() {
        return Repository.modules();
    }

    @Test
    void theArchitectureNamesClassesThatExist() {
        List<String> named = Repository.all(CLASS_NAME, Repository.read("ARCHITECTURE.md"));

        assertThat(named).contains("RecordKey", "UserSnapshot");
        assertThat(named).allMatch(Repository::hasSourceOf, "has a source");
    }

    @Test
    void theArchitectureIsShortAndNamesEveryModule() {
        String architecture = Repository.read("ARCHITECTURE.md");

        assertThat(architecture.lines().count()).isLessThanOrEqualTo(150);
        assertThat(Repository.modules())
                .allMatch(module -> architecture.contains("| `" + module + "` |"), "has a row");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleTellsWhatItIsForInAPage(String module) {
        assertThat(Repository.read(module + "/README.md").lines().count()).isBetween(8L, 60L);
    }

    @Test
    void theFilesThatTheReadmePointsToExist() {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

        assertThat(Repository.all(link, Repository.read("README.md")))
                .isNotEmpty()
                .allMatch(file -> Files.exists(Repository.ROOT.resolve(file)), "exists");
    }
}
