package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class BadCommandsIT {

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void theOneBadCommandIsParkedAndTheOthersAreApplied() {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        List<UserCommand> commands = new ArrayList<>();
        for (int number = 0; number < 37; number++) {
            commands.add(Sample.of(company).inRun(run).upsert(1));
        }
        Sample bad = Sample.of(company).inRun(run).jobTitle("\u0000");
        commands.add(17, bad.upsert(1));
        try (TopicTap parked =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.PARKED_BY_WRITER)) {

            applyCommands.applyBulk(Poll.of(commands));

            ConsumerRecord<String, byte[]> record = onlyOneOf(parked, bad.upsert(1).key().text());
            assertThat(header(record, ParkedHeaders.REASON)).contains("22P05");
        }
        assertThat(company.users()).hasSize(38);
        assertThat(company.attention(bad.object())).containsExactly("command_failed");
        assertThat(company.run(run.value()))
                .containsEntry("created", "37")
                .containsEntry("parked", "1");
    }

    @Test
    void aParkedCommandIsCountedOnceAndSupersededByANewerOne() {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        Sample ruth = Sample.of(company).inRun(run);
        applyCommands.applyBulk(Poll.of(ruth.jobTitle("\u0000").upsert(1)));
        applyCommands.applyBulk(Poll.of(ruth.jobTitle("\u0000").upsert(1)));

        assertThat(company.run(run.value())).containsEntry("parked", "1");

        applyCommands.applyBulk(Poll.of(ruth.upsert(2)));

        assertThat(company.attention(ruth.object())).isEmpty();
        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
    }

    @Test
    void unreadableBytesAreParkedAndStopNobody() {
        Sample ruth = Sample.of(company);
        String key = ruth.upsert(1).key().text();
        try (TopicTap parked =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.PARKED_BY_WRITER)) {
            ConsumerRecord<String, byte[]> noise =
                    Poll.record(key, "no JSON".getBytes(StandardCharsets.UTF_8), 0);

            applyCommands.applyLive(Poll.of(noise, Poll.of(ruth.upsert(1)).iterator().next()));

            assertThat(onlyOneOf(parked, key).value()).isEqualTo(noise.value());
        }
        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
    }

    @Test
    void aCommandForACompanyThatDoesNotExistIsDropped() {
        Sample ruth = Sample.of(company);
        Sample nowhere = ruth.in(new CompanyId(Long.MAX_VALUE));

        applyCommands.applyLive(Poll.of(List.of(nowhere.upsert(1), ruth.upsert(1))));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
    }

    @Test
    void aLockedCompanyIsWaitedFor() throws Exception {
        Sample ruth = Sample.of(company);
        CompletableFuture<Void> applied;
        try (Connection other = BackingServices.connectToStore()) {
            lock(other);
            applied =
                    CompletableFuture.runAsync(
                            () -> applyCommands.applyLive(Poll.of(ruth.upsert(1))));
            org.awaitility.Awaitility.await().until(this::lockIsAwaited);
            org.awaitility.Awaitility.await().until(() -> !lockIsAwaited());
            assertThat(applied).isNotDone();
        }

        applied.get(20, TimeUnit.SECONDS);

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
        assertThat(company.attention(ruth.object())).isEmpty();
    }

    private void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT provisioning.lock_company(" + company.id() + ")");
        }
    }

    private boolean lockIsAwaited() {
        return !StoredCompany.rows(
                        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND"
                                + " classid = 7021 AND objid = ?",
                        company.id().value())
                .isEmpty();
    }

    private static ConsumerRecord<String, byte[]> onlyOneOf(TopicTap parked, String key) {
        return parked
                .until(heard -> heard.stream().anyMatch(record -> record.key().equals(key)))
                .stream()
                .filter(record -> record.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
