package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logs are read by people who have no business with a customer's people: they name nobody. */
class SilentLogsST {

    /** Shorter ones are words of their own, too. */
    private static final int TELLING = 8;

    private final RunningSystem system = RunningSystem.get();

    @Test
    void noLogNamesAPersonOrHoldsASecret() throws Exception {
        system.directory().churn(20, 17);
        system.demo().sync().follow(system.demo().sync().press(), line -> {});
        Await.equality(system, Duration.ofMinutes(3));
        Set<String> words = personalWords();
        assertThat(words).hasSizeGreaterThan(RunningSystem.PEOPLE);
        assertThat(told("… of " + words.iterator().next() + " …", words)).isNotEmpty();

        List<Path> logs = logs();

        assertThat(logs).hasSizeGreaterThanOrEqualTo(8);
        for (Path log : logs) {
            assertThat(told(Files.readString(log, StandardCharsets.UTF_8), words))
                    .as("%s", log)
                    .isEmpty();
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(system.logs())) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private Set<String> personalWords() throws Exception {
        Stream<String> ofDirectory =
                system.directory().people().stream()
                        .flatMap(person ->
                                Stream.of(
                                        person.userPrincipalName(),
                                        person.mail(),
                                        person.displayName()));
        Stream<String> ofStore =
                system.store().people().stream()
                        .flatMap(person ->
                                Stream.of(
                                        person.email(),
                                        person.firstName() + " " + person.lastName()));
        Stream<String> secrets =
                Stream.of(
                        system.stack().secrets().ownerPassword(),
                        system.demo().company().clientSecret());
        return Stream.of(ofDirectory, ofStore, secrets)
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= TELLING)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> told(String log, Set<String> words) {
        String text = log.toLowerCase(Locale.ROOT);
        return words.stream().filter(text::contains).toList();
    }
}
