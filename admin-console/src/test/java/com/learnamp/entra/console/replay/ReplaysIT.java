package com.learnamp.entra.console.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.ScanStart;
import com.learnamp.entra.messaging.ScanTopics;
import com.learnamp.entra.messaging.TopicPublisher;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of one company's topics, the newest message about each person is said once more. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ReplaysIT {

    @Inject TopicPublisher publisher;
    @Inject ScanTopics scan;
    @Inject RunReplays runReplays;

    private NewCompany company;
    private final EntraObjectId ruth = new EntraObjectId(UUID.randomUUID());
    private final EntraObjectId omar = new EntraObjectId(UUID.randomUUID());

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void theNewestOfBothLanesIsSaidOnceMoreInTheBulkLane() {
        say(Topic.USERS, company, ruth, 3);
        say(Topic.USERS_BULK, company, ruth, 2);
        say(Topic.USERS_BULK, company, omar, 1);
        say(Topic.USERS_BULK, Operations.createCompany(), ruth, 9);
        List<UserOutOfScope> before = said();

        String id = ask(Map.of("company", company.id()));
        runUntilPublished(id, 2);

        List<UserOutOfScope> after = said().subList(before.size(), before.size() + 2);
        assertThat(after)
                .allSatisfy(one -> {
                    assertThat(one.origin().cause()).isEqualTo(Origin.Cause.REPLAY);
                    assertThat(one.origin().replay())
                            .isEqualTo(new Origin.Replay(UUID.fromString(id), false));
                })
                .extracting(one -> one.user() + " " + one.version())
                .containsExactlyInAnyOrder(ruth + " 1.3", omar + " 1.1");
    }

    @Test
    void onePersonFromAnOffsetAsATrial() {
        say(Topic.USERS, company, ruth, 1);
        long offset = end(Topic.USERS);
        say(Topic.USERS, company, omar, 1);
        Map<String, Object> body = new HashMap<>();
        body.put("company", company.id());
        body.put("fromTopic", Topic.USERS.topicName());
        body.put("fromOffset", offset);
        body.put("trial", true);

        runUntilPublished(ask(body), 1);
        body.put("person", ruth.toString());
        runUntilPublished(ask(body), 0);

        assertThat(said())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.user()).isEqualTo(omar);
                    assertThat(one.origin().isTrial()).isTrue();
                });
    }

    @Test
    void whoeverWasErasedIsNotSaidAgain() {
        say(Topic.USERS_BULK, company, ruth, 1);
        RecordKey key = RecordKey.of(company.company(), ruth);
        publisher.publish(
                List.of(
                        Outgoing.tombstone(
                                Topic.USERS_BULK, Topic.USERS_BULK.partition(key), key.text())));

        runUntilPublished(ask(Map.of("company", company.id())), 0);
    }

    @Test
    void itCanBePausedResumedAndStopped() {
        String id = ask(Map.of("company", company.id()));

        decide(id, "pause").statusCode(200).body("state", equalTo("paused"));
        runReplays.claimed();
        replayer().get("/api/replays/" + id).then().body("read", equalTo(0));
        decide(id, "pause").statusCode(409);
        decide(id, "resume").statusCode(200).body("state", equalTo("running"));
        decide(id, "stop").statusCode(200).body("state", equalTo("stopped"));
        decide(id, "resume").statusCode(409);
        replayer()
                .get("/api/replays")
                .then()
                .body("replays.size()", greaterThanOrEqualTo(1))
                .body("replays[0].requestedBy", equalTo("operations"))
                .body("replays[0].reason", equalTo("a test"));
    }

    @Test
    void onlyWhoMayReplayMayAndMistakesAreToldByName() {
        company.caller().get("/api/replays").then().statusCode(403);
        Operations.caller().get("/api/replays").then().statusCode(403);
        Map<String, Object> body = new HashMap<>(Map.of("into", "space", "person", "Ruth"));
        body.put("fromTime", "2126-01-01T00:00:00Z");
        post(body)
                .statusCode(400)
                .body("fullErrors.company", hasSize(1))
                .body("fullErrors.into", hasSize(1))
                .body("fullErrors.person", hasSize(1))
                .body("fullErrors.fromTime", hasSize(1))
                .body("fullErrors.reason", hasSize(1));
    }

    private String ask(Map<String, ?> wish) {
        Map<String, Object> body = new HashMap<>(Map.of("into", "mapper", "reason", "a test"));
        body.putAll(wish);
        return post(body).statusCode(201).extract().path("id");
    }

    /** The services that would carry it out do not run here, so that it never ends. */
    private void runUntilPublished(String id, int people) {
        try (ExecutorService running = Executors.newVirtualThreadPerTaskExecutor()) {
            running.submit(runReplays::claimed);
            await().untilAsserted(() ->
                    replayer()
                            .get("/api/replays/" + id)
                            .then()
                            .body("partitionsDone", equalTo(1))
                            .body("published", equalTo(people)));
            decide(id, "stop");
        }
    }

    private static ValidatableResponse decide(String id, String decision) {
        return replayer().post("/api/replays/" + id + "/" + decision).then();
    }

    private static ValidatableResponse post(Map<String, ?> body) {
        return replayer().contentType("application/json").body(body).post("/api/replays").then();
    }

    private static RequestSpecification replayer() {
        return RestAssured.given()
                .auth()
                .oauth2(Operations.token("operations", "the secret of operations", "ops:replay"));
    }

    private void say(Topic topic, NewCompany of, EntraObjectId who, long counter) {
        publisher.publish(
                topic,
                List.of(
                        new UserOutOfScope(
                                of.company(),
                                who,
                                new Version(1, counter),
                                1,
                                Instant.parse("2026-11-24T11:50:00Z"),
                                Origin.ofCause(Origin.Cause.DELTA, null),
                                UserOutOfScope.Evidence.NOT_A_MEMBER)));
    }

    private TopicPartition partition(Topic topic) {
        return new TopicPartition(
                topic.topicName(), topic.partition(RecordKey.of(company.company())));
    }

    private long end(Topic topic) {
        return scan.scan(List.of(partition(topic)), new ScanStart.Beginning(), record -> true)
                .getOrDefault(partition(topic), 0L);
    }

    /** In the bulk lane, of the company. */
    private List<UserOutOfScope> said() {
        List<UserOutOfScope> said = new ArrayList<>();
        scan.scan(
                List.of(partition(Topic.USERS_BULK)),
                new ScanStart.Beginning(),
                record -> {
                    if (MessageCodec.read(record.value(), UserMessage.class)
                                    instanceof Parsed.Read<UserMessage>(UserOutOfScope one)
                            && one.company().equals(company.company())) {
                        said.add(one);
                    }
                    return true;
                });
        return said;
    }
}
