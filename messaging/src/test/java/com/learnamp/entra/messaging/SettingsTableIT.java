package com.learnamp.entra.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.EmbeddedBroker;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Topic;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTableIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EntraTenantId TENANT = new EntraTenantId(UUID.randomUUID());

    private static final EmbeddedBroker BROKER = EmbeddedBroker.start();
    private static final TopicPublisher PUBLISHER =
            new TopicPublisher(
                    new KafkaProducer<>(
                            Map.of("bootstrap.servers", BROKER.bootstrapServers()),
                            new StringSerializer(),
                            new ByteArraySerializer()));

    private final SettingsTable table = new SettingsTable(BROKER.bootstrapServers());

    @AfterAll
    static void stopBroker() {
        PUBLISHER.close();
        BROKER.close();
    }

    @AfterEach
    void stopTable() {
        table.stop();
    }

    @Test
    void knowsTheNewestSettingsOfEveryCompanyBeforeItAnswers() {
        PUBLISHER.publish(
                Topic.INTEGRATIONS, List.of(settings(1, 1), settings(2, 5), settings(1, 2)));

        table.start(new StartupEvent());

        assertThat(table.find(new CompanyId(1)).orElseThrow().revision()).isEqualTo(2);
        assertThat(table.ofTenant(TENANT)).contains(settings(1, 2), settings(2, 5));
        assertThat(table.find(new CompanyId(999))).isEmpty();
    }

    @Test
    void waitsForARevisionThatItLacks() throws Exception {
        table.start(new StartupEvent());
        CompletableFuture<Long> awaited =
                CompletableFuture.supplyAsync(() ->
                        table.awaitRevision(new CompanyId(3), 1, PATIENCE)
                                .orElseThrow()
                                .revision());

        PUBLISHER.publish(Topic.INTEGRATIONS, List.of(settings(3, 1)));

        assertThat(awaited.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(table.awaitRevision(new CompanyId(3), 2, Duration.ofMillis(10))).isEmpty();
    }

    @Test
    void isNotStoppedByBytesThatAreNoSettings() {
        PUBLISHER.publish(
                List.of(
                        raw("4", "not json".getBytes(StandardCharsets.UTF_8)),
                        Outgoing.of(Topic.INTEGRATIONS, settings(4, 3))));

        table.start(new StartupEvent());

        assertThat(table.awaitRevision(new CompanyId(4), 3, PATIENCE)).isPresent();
    }

    private static Outgoing raw(String key, byte[] value) {
        return new Outgoing(Topic.INTEGRATIONS, 0, key, value, Map.of());
    }

    private static IntegrationSettings settings(long company, long revision) {
        return new IntegrationSettings(
                new CompanyId(company),
                revision,
                IntegrationSettings.Status.ACTIVE,
                TENANT,
                new EntraObjectId(new UUID(0, company)),
                IntegrationSettings.Invitations.BY_HAND,
                true,
                false,
                IntegrationSettings.DisabledAccounts.LEAVE_ALONE,
                "en",
                "London",
                Instant.parse("2026-11-24T11:50:00Z"),
                List.of());
    }
}
