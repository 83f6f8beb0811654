package com.learnamp.entra.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.EmbeddedBroker;
import com.learnamp.entra.backing.EmbeddedDatabase;
import com.learnamp.entra.backing.FreePort;
import com.learnamp.entra.backing.PackagedApplication;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.Outgoing;
import io.cloudevents.CloudEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed or cut off in the middle of a run, the writer loses nothing and tells nothing twice. */
class RestartIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant AT = Instant.parse("2026-11-24T11:50:00Z");
    private static final int PEOPLE = 3_000;

    @TempDir Path brokerDirectory;
    @TempDir Path databaseDirectory;

    private final int brokerPort = FreePort.find();
    private final int databasePort = FreePort.find();
    private final SyncRunId run = new SyncRunId(UUID.randomUUID());

    @Test
    void aKillInTheMiddleOfARunLosesNothing() throws Exception {
        try (EmbeddedBroker broker = startBroker();
                EmbeddedDatabase database = startDatabase();
                TopicTap events = TopicTap.on(broker.bootstrapServers(), Topic.USER_EVENTS)) {
            StoredCompany company = StoredCompany.in(database);
            send(broker, company);

            PackagedApplication killed = startWriter(broker, database);
            await().atMost(PATIENCE).until(() -> company.history().size() >= PEOPLE / 4);
            killed.kill();
            try (PackagedApplication writer = startWriter(broker, database)) {
                assertWhole(company, events);
            }
        }
    }

    @Test
    void aBrokerAndADatabaseThatGoAndComeBackAreWaitedFor() throws Exception {
        EmbeddedBroker broker = startBroker();
        EmbeddedDatabase database = startDatabase();
        try (TopicTap events = TopicTap.on(broker.bootstrapServers(), Topic.USER_EVENTS)) {
            StoredCompany company = StoredCompany.in(database);
            send(broker, company);

            try (PackagedApplication writer = startWriter(broker, database)) {
                await().atMost(PATIENCE).until(() -> company.history().size() >= PEOPLE / 4);
                database.close();
                database = startDatabase();
                await().atMost(PATIENCE).until(() -> company.history().size() >= PEOPLE / 2);
                broker.close();
                broker = startBroker();

                assertWhole(company, events);
            }
        } finally {
            broker.close();
            database.close();
        }
    }

    private void assertWhole(StoredCompany company, TopicTap tap) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(company.run(run.value())).containsEntry("state", "finished"));
        assertThat(company.run(run.value()))
                .containsEntry("created", Integer.toString(PEOPLE))
                .containsEntry("unchanged", "0")
                .containsEntry("parked", "0");
        assertThat(company.history()).hasSize(PEOPLE);
        await().atMost(PATIENCE)
                .until(() -> company.outbox(Topic.USER_EVENTS.topicName()).isEmpty());
        List<ConsumerRecord<String, byte[]>> heard =
                tap.until(records -> sources(Events.of(company, records)).size() == PEOPLE);
        assertThat(sources(Events.of(company, heard)).values())
                .allSatisfy(ids -> assertThat(ids).containsExactly("1"));
    }

    private static Map<String, List<String>> sources(List<CloudEvent> events) {
        return new TreeMap<>(Events.idsBySource(events));
    }

    private void send(EmbeddedBroker broker, StoredCompany company) throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            messages.add(Sample.of(company).inRun(run).upsert(1));
        }
        messages.add(
                new RunEnded(
                        company.id(),
                        run,
                        RunTrigger.GROUP_CHANGE,
                        1,
                        AT,
                        new Version(1, 1),
                        PEOPLE,
                        new RunEnded.Outcome.Complete(),
                        AT));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<Future<RecordMetadata>> acks = new ArrayList<>();
            for (Message message : messages) {
                Outgoing record = Outgoing.of(Topic.COMMANDS_BULK, message);
                acks.add(
                        producer.send(
                                new ProducerRecord<>(
                                        record.topic().topicName(),
                                        record.partition(),
                                        record.key(),
                                        record.value())));
            }
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
            }
        }
    }

    private EmbeddedBroker startBroker() {
        return EmbeddedBroker.start(brokerDirectory, brokerPort);
    }

    private EmbeddedDatabase startDatabase() {
        return EmbeddedDatabase.start(
                databaseDirectory, databasePort, EmbeddedDatabase.Durability.SURVIVES);
    }

    private static PackagedApplication startWriter(EmbeddedBroker broker, EmbeddedDatabase database)
            throws Exception {
        return PackagedApplication.start(
                JAR,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "STORE_JDBC_URL",
                        database.jdbcUrl(),
                        "ERASURE_KEY",
                        "A".repeat(43) + "="));
    }
}
