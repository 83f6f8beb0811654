package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document, the topics, the messages and the schemas say the same. */
class AsyncApiTest {

    private static final Path FOLDER = Path.of("src", "main", "resources");

    /** What somebody else than the console reads, and so may park: the console tries it again. */
    private static final Set<Topic> SAID_AGAIN =
            EnumSet.of(
                    Topic.NOTIFICATIONS,
                    Topic.USERS,
                    Topic.USERS_BULK,
                    Topic.COMMANDS,
                    Topic.COMMANDS_BULK,
                    Topic.PHOTO_COMMANDS);

    private final JsonNode document;

    AsyncApiTest() throws IOException {
        document = new YAMLMapper().readTree(FOLDER.resolve("asyncapi.yaml").toFile());
    }

    @Test
    void hasTheTopicsAndNoOther() {
        assertThat(document.get("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(fieldNames(document.get("channels")))
                .containsExactlyElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysOfATopicWhatTheTableSays(Topic topic) {
        JsonNode channel = document.get("channels").get(topic.topicName());
        JsonNode kafka = channel.at("/bindings/kafka");
        JsonNode configuration = kafka.get("topicConfiguration");

        assertThat(channel.get("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.get("x-writer").asText()).isEqualTo(topic.writer());
        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        switch (topic.cleanup()) {
            case DELETE -> {
                assertThat(configuration.at("/cleanup.policy/0").asText()).isEqualTo("delete");
                assertThat(configuration.get("retention.ms").asLong())
                        .isEqualTo(Topic.RETENTION.toMillis());
            }
            case COMPACT -> {
                assertThat(configuration.at("/cleanup.policy/0").asText()).isEqualTo("compact");
                assertThat(configuration.get("max.compaction.lag.ms").asLong())
                        .isEqualTo(Topic.MAX_COMPACTION_LAG.toMillis());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesTheMessagesOfATopic(Topic topic) {
        JsonNode messages = document.get("channels").get(topic.topicName()).get("messages");

        assertThat(fieldNames(messages)).containsExactlyInAnyOrderElementsOf(expected(topic));
        messages.forEach(message ->
                assertThat(document.at(message.get("$ref").asText().substring(1)).isObject())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoWritesATopicAndWhoSaysItAgain(Topic topic) {
        List<String> writers = new ArrayList<>();
        writers.add(topic.writer() + "-writes-" + topic.topicName());
        if (SAID_AGAIN.contains(topic)) {
            writers.add("admin-console-says-again-" + topic.topicName());
        }

        assertThat(operations(topic, "send")).containsExactlyElementsOf(writers);
    }

    @ParameterizedTest
    @EnumSource
    void namesAReaderOfEveryTopic(Topic topic) {
        assertThat(operations(topic, "receive")).isNotEmpty();
        if (topic.topicName().endsWith(".parked.v1")) {
            assertThat(operations(topic, "receive"))
                    .containsExactly("admin-console-reads-" + topic.topicName());
        }
    }

    private List<String> operations(Topic topic, String action) {
        return document.get("operations").properties().stream()
                .filter(operation ->
                        operation
                                        .getValue()
                                        .at("/channel/$ref")
                                        .asText()
                                        .equals("#/channels/" + topic.topicName())
                                && operation.getValue().get("action").asText().equals(action))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    @Test
    void refersToEverySchema() throws IOException {
        List<String> schemas = new ArrayList<>();
        for (JsonNode message : document.at("/components/messages")) {
            if (message.has("payload")) {
                Path schema = FOLDER.resolve(message.at("/payload/schema/$ref").asText());
                assertThat(Files.exists(schema)).as(schema.toString()).isTrue();
                schemas.add(schema.getFileName().toString().replaceFirst("\\.json$", ""));
                assertThat(schemas.getLast()).isEqualTo(message.get("name").asText());
            }
        }
        assertThat(schemas)
                .containsExactlyInAnyOrderElementsOf(
                        SchemaFile.names().stream()
                                .filter(name -> !name.equals("common"))
                                .toList());
    }

    @Test
    void namesTheHeadersOfEventsAndOfParkedRecords() throws IOException {
        for (GoldenFile file : GoldenFile.all()) {
            if (GoldenFile.MAPPER.readValue(file.text(), file.type()) instanceof UserEvent event) {
                JsonNode headers = headers(file.schema());
                assertThat(texts(headers.get("required")))
                        .containsExactlyInAnyOrderElementsOf(
                                UserEventHeaders.of(event, 1).keySet());
                assertThat(headers.at("/properties/ce_type/const").asText())
                        .isEqualTo(UserEventHeaders.of(event, 1).get("ce_type"));
            }
        }
        assertThat(texts(headers("parked-record").get("required")))
                .containsExactly(
                        ParkedHeaders.REASON,
                        ParkedHeaders.TOPIC,
                        ParkedHeaders.PARTITION,
                        ParkedHeaders.OFFSET,
                        ParkedHeaders.AT);
    }

    private JsonNode headers(String message) {
        return document.get("components").get("messages").get(message).get("headers");
    }

    private static List<String> expected(Topic topic) {
        if (topic == Topic.USER_EVENTS) {
            return SealedTypes.leaves(UserEvent.class).stream()
                    .map(leaf -> "user-event." + SealedTypes.wireName(leaf))
                    .toList();
        }
        return topic.payload()
                .map(payload ->
                        SealedTypes.leaves(payload).stream().map(SealedTypes::wireName).toList())
                .orElse(List.of("parked-record"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static Set<String> fieldNames(JsonNode object) {
        Set<String> names = new java.util.LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
