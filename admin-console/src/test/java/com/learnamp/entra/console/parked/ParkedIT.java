package com.learnamp.entra.console.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.ScanStart;
import com.learnamp.entra.messaging.ScanTopics;
import com.learnamp.entra.messaging.TopicPublisher;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What services have parked can be found, tried again and dropped. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ParkedIT {

    private static final String REASON = "its type is not one that this version knows";

    @Inject TopicPublisher publisher;
    @Inject ScanTopics scan;
    @Inject SettleParked settleParked;

    private final UUID object = UUID.randomUUID();
    private final String payload = "{\"type\":\"from-the-future\",\"user\":\"" + object + "\"}";
    private NewCompany company;
    private RecordKey key;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
        key = RecordKey.of(company.company(), new EntraObjectId(object));
    }

    @Test
    void whatIsParkedIsFiledForItsCompanyAndForOperationsAndForNobodyElse() {
        long id = parked(Topic.COMMANDS, 71, REASON);

        company.caller()
                .get("/api/parked?q=" + object.toString().substring(0, 13))
                .then()
                .statusCode(200)
                .body("parked", hasSize(1))
                .body("parked[0].service", equalTo("provisioning-writer"))
                .body("parked[0].topic", equalTo(Topic.COMMANDS.topicName()))
                .body("parked[0].offset", equalTo(71))
                .body("parked[0].objectId", equalTo(object.toString()))
                .body("parked[0].reason", equalTo(REASON))
                .body("parked[0].attempts", equalTo(1));
        company.caller().get("/api/parked/" + id).then().body("payload", equalTo(payload));
        Operations.caller().get("/api/parked/" + id).then().statusCode(200);
        Operations.caller().get("/api/parked?q=" + object).then().body("parked", hasSize(1));
        Operations.caller().get(company.at("/parked")).then().body("parked", hasSize(1));
        NewCompany other = Operations.createCompany();
        other.caller().get("/api/parked").then().body("parked", hasSize(0));
        other.caller().get("/api/parked/" + id).then().statusCode(404);
        other.caller().post("/api/parked/" + id + "/retry").then().statusCode(404);
    }

    @Test
    void aRetryWritesItWhereItWasReadAndParkedAgainItIsTheSame() {
        long id = parked(Topic.COMMANDS, 72, REASON);

        company.caller()
                .post("/api/parked/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("retried", equalTo(1));

        List<ConsumerRecord<String, byte[]>> written = written(Topic.COMMANDS);
        assertThat(written).hasSize(1);
        assertThat(new String(written.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo(payload);
        assertThat(written.getFirst().headers().lastHeader(ParkedHeaders.RETRY_OF).value())
                .asString()
                .isEqualTo(Topic.COMMANDS.partition(key) + "/72");
        company.caller()
                .post("/api/parked/" + id + "/retry")
                .then()
                .statusCode(409)
                .body("error", containsString("/api/parked/" + id));

        park(Topic.COMMANDS, 72, "something else");

        await().untilAsserted(() ->
                company.caller()
                        .get("/api/parked/" + id)
                        .then()
                        .body("state", equalTo("parked"))
                        .body("attempts", equalTo(2))
                        .body("reason", equalTo("something else")));
    }

    @Test
    void allOfAReasonAreTriedAgainTogether() {
        parked(Topic.COMMANDS, 73, REASON);
        parked(Topic.COMMANDS_BULK, 74, REASON);
        parked(Topic.COMMANDS, 75, "the store refuses it");

        company.caller()
                .contentType("application/json")
                .body(Map.of("reason", REASON))
                .post("/api/parked/retry")
                .then()
                .statusCode(200)
                .body("retried", equalTo(2));

        company.caller().get("/api/parked").then().body("parked.offset", equalTo(List.of(75)));
        company.caller().post("/api/parked/retry").then().statusCode(400);
    }

    @Test
    void droppingNeedsANoteAndIsKeptWithIt() {
        long id = parked(Topic.COMMANDS, 76, REASON);

        company.caller().post("/api/parked/" + id + "/drop").then().statusCode(400);
        company.caller()
                .contentType("application/json")
                .body(Map.of("note", "sent by a test of theirs"))
                .post("/api/parked/" + id + "/drop")
                .then()
                .statusCode(204);

        company.caller()
                .get("/api/parked?state=dropped")
                .then()
                .body("parked[0].note", equalTo("sent by a test of theirs"))
                .body("parked[0].decidedBy", equalTo(company.clientId()));
    }

    @Test
    void onACompactedTopicNothingOlderIsWrittenAfterSomethingNewer() {
        Topic topic = Topic.USERS;
        publish(topic, "{\"type\":\"user-snapshot\"}", Map.of());
        long id = parked(topic, 0, REASON);
        publish(topic, "{\"type\":\"user-snapshot\"}", Map.of());

        company.caller()
                .post("/api/parked/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("retried", equalTo(0))
                .body("superseded", equalTo(1));

        assertThat(written(topic)).hasSize(2);
    }

    @Test
    void whatSomethingNewerReplacesLeavesTheListAndPersonalDataAreForgottenAfterAWeek() {
        StoredRows.execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state,"
                        + " observed_at) VALUES (?, ?, 7, 2, 'in_scope', now())",
                company.id(),
                object);
        long replaced = filed(Topic.COMMANDS, 77, "{\"version\":{\"epoch\":7,\"counter\":2}}");
        long waiting = filed(Topic.COMMANDS, 78, "{\"version\":{\"epoch\":7,\"counter\":3}}");
        long old = filed(Topic.COMMANDS, 79, "{\"version\":{\"epoch\":7,\"counter\":3}}");
        StoredRows.execute(
                "UPDATE provisioning.parked SET parked_at = now() - interval '8 days' WHERE id = ?",
                old);

        settleParked.settle();

        company.caller().get("/api/parked/" + replaced).then().body("state", equalTo("superseded"));
        company.caller().get("/api/parked/" + waiting).then().body("state", equalTo("parked"));
        company.caller()
                .get("/api/parked/" + old)
                .then()
                .body("state", equalTo("expired"))
                .body("payload", equalTo(""))
                .body("key", equalTo(""));
    }

    private long filed(Topic from, long offset, String content) {
        publish(Topic.PARKED_BY_WRITER, content, headers(from, offset, REASON));
        return id(from, offset);
    }

    private long parked(Topic from, long offset, String reason) {
        park(from, offset, reason);
        return id(from, offset);
    }

    private long id(Topic from, long offset) {
        String sql =
                "SELECT id FROM provisioning.parked WHERE topic = ? AND record_offset = ? AND"
                        + " company_id = ?";
        await().until(() -> !StoredRows.of(sql, from.topicName(), offset, company.id()).isEmpty());
        return StoredRows.id(sql, from.topicName(), offset, company.id());
    }

    private void park(Topic from, long offset, String reason) {
        publish(Topic.PARKED_BY_WRITER, payload, headers(from, offset, reason));
    }

    private Map<String, String> headers(Topic from, long offset, String reason) {
        return Map.of(
                ParkedHeaders.REASON, reason,
                ParkedHeaders.TOPIC, from.topicName(),
                ParkedHeaders.PARTITION, Integer.toString(from.partition(key)),
                ParkedHeaders.OFFSET, Long.toString(offset),
                ParkedHeaders.AT, Instant.now().toString());
    }

    private void publish(Topic topic, String content, Map<String, String> headers) {
        publisher.publish(
                List.of(
                        new Outgoing(
                                topic,
                                topic.partition(key) % topic.partitions(),
                                key.text(),
                                content.getBytes(StandardCharsets.UTF_8),
                                headers)));
    }

    private List<ConsumerRecord<String, byte[]>> written(Topic topic) {
        List<ConsumerRecord<String, byte[]>> written = new ArrayList<>();
        scan.scan(
                List.of(new TopicPartition(topic.topicName(), topic.partition(key))),
                new ScanStart.At(Instant.now().minus(Duration.ofMinutes(10))),
                record -> {
                    if (key.text().equals(record.key())) {
                        written.add(record);
                    }
                    return true;
                });
        return written;
    }
}
