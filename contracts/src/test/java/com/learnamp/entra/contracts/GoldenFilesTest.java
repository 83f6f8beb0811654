package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once written can be read for ever: these files are never edited. */
class GoldenFilesTest {

    @Test
    void everyTypeHasOne() {
        assertThat(GoldenFile.all().stream().<Class<?>>map(GoldenFile::type).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        SealedTypes.leaves(Message.class).stream(),
                                        SealedTypes.leaves(UserEvent.class).stream())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readingAndWritingChangesNothing(GoldenFile file) throws IOException {
        for (Class<?> payload : payloads(file.type())) {
            Object message = GoldenFile.MAPPER.readValue(file.text(), payload);

            assertThat(message).isInstanceOf(file.type());
            assertThat(GoldenFile.MAPPER.readTree(GoldenFile.MAPPER.writeValueAsBytes(message)))
                    .isEqualTo(GoldenFile.MAPPER.readTree(file.text()));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fieldsOfTheFutureAreIgnored(GoldenFile file) throws IOException {
        ObjectNode newer = (ObjectNode) GoldenFile.MAPPER.readTree(file.text());
        newer.putObject("ofTheFuture").put("deep", 1);

        assertThat(GoldenFile.MAPPER.treeToValue(newer, file.type()))
                .isEqualTo(GoldenFile.MAPPER.readValue(file.text(), file.type()));
    }

    @Test
    void aTypeOfTheFutureIsUnknownAndNothingElse() {
        assertThatThrownBy(() ->
                        GoldenFile.MAPPER.readValue(
                                "{\"type\":\"merge-users\",\"company\":1}",
                                ProvisioningCommand.class))
                .isInstanceOf(InvalidTypeIdException.class);
    }

    @Test
    void noFileWasEdited() throws Exception {
        Map<String, String> sums =
                Files.readAllLines(GoldenFile.FOLDER.resolve("SHA256SUMS")).stream()
                        .map(line -> line.split(" +", 2))
                        .collect(Collectors.toMap(line -> line[1], line -> line[0]));

        for (GoldenFile file : GoldenFile.all()) {
            assertThat(sums.get(file.toString()))
                    .as("%s: add a new file's sum to SHA256SUMS; never change an old one", file)
                    .isEqualTo(sum(file.path()));
        }
        assertThat(sums).hasSameSizeAs(GoldenFile.all());
    }

    @Test
    void personalDataAreNotInTheTextOfAnObject() throws IOException {
        for (GoldenFile file : GoldenFile.all()) {
            assertThat(GoldenFile.MAPPER.readValue(file.text(), file.type()).toString())
                    .doesNotContainIgnoringCase("anna")
                    .doesNotContain("Baker");
        }
    }

    /** The interfaces by which its topics are read: the end of a run travels on two kinds. */
    private static List<Class<?>> payloads(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(Topic.values()).map(Topic::payload).flatMap(Optional::stream),
                        Stream.of(UserEvent.class))
                .<Class<?>>map(payload -> payload)
                .distinct()
                .filter(payload -> payload.isAssignableFrom(type))
                .toList();
    }

    private static String sum(Path path) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
    }

    static List<GoldenFile> files() {
        return GoldenFile.all();
    }
}
