package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Holds a schema against the Java type that it describes, all the way down. */
record SchemaComparison(SchemaFile file) {

    void compareMessage(Class<?> type) throws IOException {
        String property = UserEvent.class.isAssignableFrom(type) ? "change" : "type";
        compareRecord(type, file.root(), property);
    }

    private void compareRecord(Class<?> type, JsonNode schema, @Nullable String discriminator)
            throws IOException {
        List<String> properties = new ArrayList<>();
        List<String> required = new ArrayList<>();
        if (discriminator != null) {
            properties.add(discriminator);
            required.add(discriminator);
            assertThat(schema.at("/properties/" + discriminator + "/const").asText())
                    .isEqualTo(SealedTypes.wireName(type));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            properties.add(component.getName());
            if (!isOptional(component)) {
                required.add(component.getName());
            }
            JsonNode property = schema.at("/properties/" + component.getName());
            assertThat(property.path("description").asText())
                    .as("the meaning of %s.%s", type.getSimpleName(), component.getName())
                    .isNotBlank();
            compare(component.getGenericType(), property);
        }
        assertThat(schema.get("type").asText()).isEqualTo("object");
        assertThat(fieldNames(schema.get("properties")))
                .as(type.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(properties);
        assertThat(texts(schema.get("required")))
                .as(type.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(required);
    }

    /** Null where it is absent, or a list that is left out when it is empty. */
    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private void compare(Type type, JsonNode referring) throws IOException {
        SchemaFile.Part part = file.part(referring);
        new SchemaComparison(part.file()).compareResolved(type, part.node());
    }

    private void compareResolved(Type type, JsonNode schema) throws IOException {
        if (type instanceof ParameterizedType generic) {
            compareContainer(generic, schema);
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            assertThat(texts(schema.get("enum")))
                    .containsExactlyElementsOf(
                            Arrays.stream(plain.getEnumConstants()).map(Object::toString).toList());
        } else if (plain.isSealed()) {
            compareChoice(plain, schema);
        } else if (plain.isRecord() && isWrapped(plain)) {
            compareScalar(plain.getRecordComponents()[0].getType(), schema);
        } else if (plain.isRecord()) {
            compareRecord(plain, schema, null);
        } else {
            compareScalar(plain, schema);
        }
    }

    private void compareContainer(ParameterizedType type, JsonNode schema) throws IOException {
        boolean isMap = type.getRawType() == Map.class;
        Type[] arguments = type.getActualTypeArguments();
        assertThat(schema.get("type").asText()).isEqualTo(isMap ? "object" : "array");
        compare(
                arguments[arguments.length - 1],
                schema.get(isMap ? "additionalProperties" : "items"));
    }

    private void compareChoice(Class<?> type, JsonNode schema) throws IOException {
        String discriminator = type.getAnnotation(JsonTypeInfo.class).property();
        List<Class<?>> leaves = List.copyOf(SealedTypes.leaves(type));
        assertThat(schema.get("oneOf")).hasSameSizeAs(leaves);
        for (int index = 0; index < leaves.size(); index++) {
            compareRecord(leaves.get(index), schema.get("oneOf").get(index), discriminator);
        }
    }

    private static void compareScalar(Class<?> type, JsonNode schema) {
        Map<Class<?>, String> expected =
                Map.of(
                        String.class, "string",
                        boolean.class, "boolean",
                        Boolean.class, "boolean",
                        long.class, "integer",
                        UUID.class, "string uuid",
                        Instant.class, "string date-time",
                        LocalDate.class, "string date");
        String actual = schema.path("type").asText() + " " + schema.path("format").asText();
        assertThat(actual.strip()).as(type.getSimpleName()).isEqualTo(expected.get(type));
    }

    private static boolean isWrapped(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(
                        component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
