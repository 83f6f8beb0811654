package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @MethodSource("files")
    void whatWasWrittenIsAsTheSchemaSays(GoldenFile file) throws IOException {
        assertThat(errors(file, GoldenFile.MAPPER.readTree(file.text()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatLacksARequiredFieldOrHasItWrongIsNot(GoldenFile file) throws IOException {
        JsonNode whole = GoldenFile.MAPPER.readTree(file.text());
        for (JsonNode required : SchemaFile.of(file.schema()).root().get("required")) {
            ObjectNode without = whole.deepCopy();
            without.remove(required.asText());
            ObjectNode wrong = whole.deepCopy();
            wrong.putArray(required.asText()).add(-1);

            assertThat(errors(file, without)).as("without %s", required).isNotEmpty();
            assertThat(errors(file, wrong)).as("with a wrong %s", required).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fieldsOfTheFutureAreAllowed(GoldenFile file) throws IOException {
        ObjectNode newer = (ObjectNode) GoldenFile.MAPPER.readTree(file.text());
        newer.put("ofTheFuture", true);

        assertThat(errors(file, newer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaSaysWhatTheRecordSays(Class<?> type) throws IOException {
        String name =
                UserEvent.class.isAssignableFrom(type)
                        ? "user-event." + SealedTypes.wireName(type)
                        : SealedTypes.wireName(type);

        new SchemaComparison(SchemaFile.of(name)).compareMessage(type);
    }

    @Test
    void thereIsNoSchemaOfNothing() throws IOException {
        assertThat(SchemaFile.names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of("common"),
                                        GoldenFile.all().stream().map(GoldenFile::schema))
                                .distinct()
                                .toList());
    }

    private static List<Error> errors(GoldenFile file, JsonNode message) {
        Schema schema =
                SCHEMAS.getSchema(
                        SchemaLocation.of("classpath:schemas/" + file.schema() + ".json"));
        return schema.validate(
                message,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static List<GoldenFile> files() {
        return GoldenFile.all();
    }

    static List<Class<?>> types() {
        return GoldenFile.all().stream().<Class<?>>map(GoldenFile::type).distinct().toList();
    }
}
