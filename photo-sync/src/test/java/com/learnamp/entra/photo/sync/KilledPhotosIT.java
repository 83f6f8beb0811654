package com.learnamp.entra.photo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.EmbeddedBroker;
import com.learnamp.entra.backing.EmbeddedDatabase;
import com.learnamp.entra.backing.PackagedApplication;
import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Killed at any point, photo-sync leaves neither half an avatar nor an orphan that stays. */
class KilledPhotosIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE = 60;

    private final UUID run = UUID.randomUUID();

    @Test
    void killsLeaveNothingHalfNothingTwiceAndNoOrphan() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                EmbeddedDatabase database = EmbeddedDatabase.start();
                GraphSimulator simulator =
                        GraphSimulator.start(SimulatorOptions.forTests().withPeople(PEOPLE))) {
            PhotoCompany company = PhotoCompany.in(database::connect);
            List<UUID> people = people(simulator);
            for (UUID person : people) {
                company.person(person);
                simulator
                        .directory()
                        .setPhoto(person.toString(), Photo.painted(person.hashCode(), 240));
            }
            company.uploadByHand(people.getFirst(), "d".repeat(64));
            publish(broker, company, simulator, people);

            killWhileItWrites(start(broker, database, simulator), company, database);
            assertWholeSoFar(company, people);
            killOnceSomeAreDone(start(broker, database, simulator), company, PEOPLE / 3);
            assertWholeSoFar(company, people);
            killWhileItEndsARow(start(broker, database, simulator), company, database);
            assertWholeSoFar(company, people);
            try (PackagedApplication last = start(broker, database, simulator)) {
                await().atMost(PATIENCE).until(() -> company.waiting() == 0);
                assertThat(company.history()).isEqualTo(PEOPLE);
                assertThat(company.figures(run)).isEqualTo("60 0 60 0 0");
                // The upload by hand, which nobody shows any more, is the orphan.
                await().atMost(PATIENCE).until(() -> orphans(company) == 0);
                assertWholeSoFar(company, people);
            }
        }
    }

    /** In the transaction: the picture is written, and the person is held by somebody else. */
    private static void killWhileItWrites(
            PackagedApplication service, PhotoCompany company, EmbeddedDatabase database)
            throws Exception {
        try (Connection holder = database.connect()) {
            hold(holder, "learnamp.users", company);
            await().atMost(PATIENCE).until(() -> blocked(database, "UPDATE learnamp.users%"));
            service.kill();
            holder.rollback();
        }
    }

    private static void killOnceSomeAreDone(
            PackagedApplication service, PhotoCompany company, int some) throws Exception {
        await().atMost(PATIENCE).until(() -> company.history() >= some);
        service.kill();
    }

    /** In the transaction: all is written, and the row that asked is held by somebody else. */
    private static void killWhileItEndsARow(
            PackagedApplication service, PhotoCompany company, EmbeddedDatabase database)
            throws Exception {
        try (Connection holder = database.connect()) {
            hold(holder, "provisioning.photo_figures", company);
            await().atMost(PATIENCE)
                    .until(() -> blocked(database, "INSERT INTO provisioning.photo_figures%"));
            service.kill();
            holder.rollback();
        }
    }

    private static void hold(Connection holder, String table, PhotoCompany company)
            throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(
                    "SELECT FROM " + table + " WHERE company_id = " + company.id() + " FOR UPDATE");
        }
    }

    private static boolean blocked(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND ltrim(query) LIKE '"
                                        + query
                                        + "'")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    /** Each picture is its hash's; who shows one has its history and its event, once. */
    private static void assertWholeSoFar(PhotoCompany company, List<UUID> people)
            throws SQLException {
        assertThat(
                        company.number(
                                "SELECT count(*) FROM learnamp.avatars WHERE company_id = ? AND hash <> repeat('d', 64) AND encode(sha256(bytes), 'hex') <> hash"))
                .isZero();
        assertThat(
                        company.number(
                                "SELECT count(*) FROM learnamp.users u WHERE company_id = ? AND avatar_hash <> repeat('d', 64) AND NOT EXISTS (SELECT FROM provisioning.photos p WHERE p.company_id = u.company_id AND p.object_id::text = u.integration_external_id AND p.avatar_hash = u.avatar_hash)"))
                .isZero();
        long shown =
                company.number(
                        "SELECT count(*) FROM learnamp.users WHERE company_id = ? AND avatar_hash <> repeat('d', 64)");
        assertThat(company.history()).isEqualTo(shown);
        assertThat(company.number("SELECT count(*) FROM provisioning.outbox WHERE company_id = ?"))
                .isEqualTo(shown);
        assertThat(
                        company.number(
                                "SELECT coalesce(sum(looked_at), 0) FROM provisioning.photo_figures WHERE company_id = ?"))
                .isEqualTo(shown);
        assertThat(people).hasSize(PEOPLE);
    }

    private static long orphans(PhotoCompany company) throws SQLException {
        return company.number(
                "SELECT count(*) FROM learnamp.avatars a WHERE company_id = ? AND NOT EXISTS (SELECT FROM learnamp.users u WHERE u.company_id = a.company_id AND u.avatar_hash = a.hash)");
    }

    private static List<UUID> people(GraphSimulator simulator) {
        return simulator
                .directory()
                .now()
                .list(entry -> entry.kind() == ObjectKind.USER && entry.isLive(), -1, PEOPLE)
                .stream()
                .map(Entry::id)
                .map(UUID::fromString)
                .toList();
    }

    private void publish(
            EmbeddedBroker broker,
            PhotoCompany company,
            GraphSimulator simulator,
            List<UUID> people)
            throws Exception {
        Origin origin = Origin.ofRun(new SyncRunId(run), RunTrigger.MANUAL, Instant.now());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            send(
                    producer,
                    Topic.INTEGRATIONS,
                    company.settings(simulator.tenantId(), simulator.groupId(), 1, true));
            for (UUID person : people) {
                send(producer, Topic.PHOTO_COMMANDS, company.sync(person, origin));
            }
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, Topic topic, Message message)
            throws Exception {
        Outgoing record = Outgoing.of(topic, message);
        producer.send(
                        new ProducerRecord<>(
                                topic.topicName(),
                                record.partition(),
                                record.key(),
                                record.value()))
                .get();
    }

    private static PackagedApplication start(
            EmbeddedBroker broker, EmbeddedDatabase database, GraphSimulator simulator)
            throws Exception {
        return PackagedApplication.start(
                JAR,
                Map.ofEntries(
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                        Map.entry("STORE_JDBC_URL", database.jdbcUrl()),
                        Map.entry("GRAPH_BASE_URL", simulator.graphBaseUrl()),
                        Map.entry("GRAPH_LOGIN_URL", simulator.loginUrl()),
                        Map.entry("GRAPH_LOGIN_CA", simulator.loginCa().toString()),
                        Map.entry("GRAPH_CLIENT_ID", simulator.clientId()),
                        Map.entry("GRAPH_CLIENT_SECRET", simulator.clientSecret()),
                        // What a killed process had claimed is free again within a moment.
                        Map.entry("PHOTOS_CLAIM", "5s"),
                        Map.entry("AVATARS_SWEEP", "1s"),
                        Map.entry("AVATARS_UNUSED_FOR", "2s")));
    }
}
