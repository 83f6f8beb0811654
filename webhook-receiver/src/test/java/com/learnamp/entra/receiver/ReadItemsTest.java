package com.learnamp.entra.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadItemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "null",
                "[]",
                "7",
                "\"value\"",
                "{",
                "{}",
                "{\"value\"",
                "{\"value\":",
                "{\"value\":null}",
                "{\"value\":{}}",
                "{\"value\":\"x\"}",
                "{\"value\":[",
                "{\"value\":[{}",
                "{\"value\":[{}]",
                "{\"value\":[{}]}}",
                "{\"value\":[{}]} x",
                "{\"value\":[{\"tenantId\":\"\\u00\"}]}",
                "{\"value\":[{\"tenantId\":'x'}]}",
                "{\"other\":[]}",
                "\u0000"
            })
    void whatIsNotOfTheFormIsRefused(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(LimitedBody.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":[]}",
                "{\"value\":[null,7,\"x\",[],[{}]]}",
                "\uFEFF{\"validationTokens\":[\"x\"],\"value\":[]}",
            })
    void noItemsAreFine(String body) throws IOException {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void aFieldOfAnotherShapeCountsAsAbsent() throws IOException {
        List<GraphItem> items =
                read(
                        """
                        {"@odata.context":{"a":[1]},"value":[
                          {"tenantId":{"a":[1,{"b":2}]},"clientState":["x"],"resource":7,
                           "resourceData":"x","subscriptionId":true,"unknown":{"deep":[[]]}},
                          {"tenantId":"t","resourceData":[1,2]},
                          {"tenantId":"u","resourceData":{"id":{},"members@delta":"x","other":1e400}},
                          {"tenantId":"v","resourceData":7}]}\
                        """);

        assertThat(items).extracting(GraphItem::tenantId).containsExactly(null, "t", "u", "v");
        assertThat(items.getFirst().clientState()).isNull();
        assertThat(items.getFirst().data()).isEqualTo(GraphItem.ResourceData.ABSENT);
        assertThat(items.get(2).data().id()).isNull();
        assertThat(items.get(2).data().memberChanges()).isEmpty();
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        assertThatThrownBy(() -> read("[".repeat(500_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"value\":".repeat(100_000)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"value\":[{\"x\":" + "[".repeat(500_000)))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"value\":[{\"resourceData\":" + "{\"x\":".repeat(100_000)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void textThatIsTooLongIsRefused() {
        assertThatThrownBy(
                        () -> read("{\"value\":[{\"clientState\":\"" + "x".repeat(9_000) + "\"}]}"))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"" + "x".repeat(300) + "\":1,\"value\":[]}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() throws IOException {
        String start = "{\"value\":[], \"x\":\"";
        String end = "\"}";
        String filled = "x".repeat(LimitedBody.LIMIT - start.length() - end.length());

        assertThat(read(start + filled + end)).isEmpty();
        assertThatThrownBy(() -> read(start + filled + "x" + end))
                .isInstanceOf(LimitedBody.TooLarge.class);
    }

    /** Whatever strangers send, there is nothing but an {@link IOException}. */
    @Test
    void randomDamageNeverCausesAnythingElse() {
        Random random = new Random(20_260_301);
        byte[] whole =
                GraphPosts.post(
                                GraphPosts.userChanged(GraphPosts.someTenant(), "x", "y"),
                                GraphPosts.groupChanged(
                                        GraphPosts.someTenant(),
                                        "x",
                                        "[{\"id\":\"a\"},{\"id\":\"b\",\"@removed\":\"deleted\"}]",
                                        "y"))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] replacements = "{}[]\",:0tfn\\\u0000".getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int hit = random.nextInt(4); hit >= 0; hit--) {
                damaged[random.nextInt(damaged.length)] =
                        replacements[random.nextInt(replacements.length)];
            }
            try {
                ReadItems.from(new ByteArrayInputStream(damaged), GraphItem::data);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    private static List<GraphItem> read(String body) throws IOException {
        List<GraphItem> items = new ArrayList<>();
        ReadItems.from(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), items::add);
        return items;
    }
}
