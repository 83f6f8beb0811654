package com.learnamp.entra.photo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.SimulatedGraph;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "photo_sync"),
            @ResourceArg(name = "simulator", value = "true")
        })
class SyncPhotosIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject TopicPublisher publisher;

    /** Filled by {@link BackingServices}. */
    @Nullable SimulatedGraph graph;

    private CompanyId company = new CompanyId(1);
    private UUID person = new UUID(0, 0);
    private long nextCounter = 1;

    @BeforeEach
    void aCompanyWithOnePersonOfTheDirectory() throws SQLException {
        company = new CompanyId(insertCompany());
        person = UUID.fromString(somebody().id());
        publisher.publish(Topic.INTEGRATIONS, List.of(settings()));
        insertUser(person);
    }

    @Test
    void setsTheAvatarAndTellsOfItOnce() throws SQLException {
        photo(Photo.painted(101, 648));

        sync();

        await().atMost(PATIENCE).until(() -> avatar() != null);
        assertThat(
                        text(
                                "SELECT width || 'x' || height || ' ' || content_type FROM learnamp.avatars WHERE company_id = ?"))
                .isEqualTo("240x240 image/jpeg");
        assertThat(number("SELECT count(*) FROM provisioning.history WHERE company_id = ?"))
                .isEqualTo(1);
        assertThat(text("SELECT headers ->> 'ce_id' FROM provisioning.outbox WHERE company_id = ?"))
                .isEqualTo("1");
    }

    @Test
    void changesNothingWhenThePictureIsTheSame() throws SQLException {
        photo(Photo.painted(102, 648));
        sync();
        await().atMost(PATIENCE).until(() -> avatar() != null);

        SyncRunId run = new SyncRunId(UUID.randomUUID());
        sync(Origin.ofRun(run, RunTrigger.MANUAL, Instant.now()));

        await().atMost(PATIENCE)
                .until(() ->
                        number(
                                        "SELECT coalesce(sum(unchanged), 0) FROM provisioning.photo_figures WHERE company_id = ?")
                                == 1);
        assertThat(number("SELECT count(*) FROM provisioning.history WHERE company_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void followsAPictureThatIsReplaced() throws SQLException {
        photo(Photo.painted(103, 648));
        sync();
        await().atMost(PATIENCE).until(() -> avatar() != null);
        String first = avatar();

        photo(Photo.painted(104, 648));
        sync();

        await().atMost(PATIENCE).until(() -> !Objects.equals(first, avatar()));
        assertThat(avatar()).isNotNull();
    }

    @Test
    void takesAwayTheAvatarThatItSet() throws SQLException {
        photo(Photo.painted(105, 648));
        sync();
        await().atMost(PATIENCE).until(() -> avatar() != null);

        simulator().directory().removePhoto(person.toString());
        sync();

        await().atMost(PATIENCE).until(() -> avatar() == null);
    }

    @Test
    void leavesAnAvatarAloneThatThePersonUploaded() throws SQLException {
        simulator().directory().removePhoto(person.toString());
        uploadByHand("a".repeat(64));

        sync();

        await().atMost(PATIENCE).until(this::lookedAt);
        assertThat(avatar()).isEqualTo("a".repeat(64));
    }

    @Test
    void replacesAnUploadByEntrasPhoto() throws SQLException {
        photo(Photo.painted(106, 648));
        sync();
        await().atMost(PATIENCE).until(() -> avatar() != null);
        String fromEntra = avatar();
        uploadByHand("b".repeat(64));

        sync();

        await().atMost(PATIENCE).until(() -> Objects.equals(fromEntra, avatar()));
    }

    @Test
    void refusesWhatIsNoPictureAndSaysSo() throws SQLException {
        photo(Photo.uploaded("<svg onload=alert(1)>".getBytes(), 648, 1));

        sync();

        await().atMost(PATIENCE)
                .until(() ->
                        number(
                                        "SELECT count(*) FROM provisioning.attention WHERE company_id = ? AND reason = 'photo_refused'")
                                == 1);
        assertThat(avatar()).isNull();
        assertThat(number("SELECT count(*) FROM learnamp.avatars WHERE company_id = ?")).isZero();
    }

    @Test
    void waitsForAPersonWhomTheWriterHasNotMadeYet() throws SQLException {
        execute("DELETE FROM provisioning.ledger WHERE company_id = ?", company.value());
        photo(Photo.painted(107, 648));
        sync();
        await().atMost(PATIENCE)
                .until(() ->
                        number(
                                        "SELECT coalesce(max(attempts), 0) FROM provisioning.photo_lookups WHERE company_id = ?")
                                >= 1);

        insertLedger(person);

        await().atMost(PATIENCE).until(() -> avatar() != null);
    }

    private GraphSimulator simulator() {
        return Objects.requireNonNull(graph, "graph").simulator();
    }

    private void sync() {
        sync(Origin.ofCause(Origin.Cause.NOTIFICATION, Instant.now()));
    }

    private void sync(Origin origin) {
        PhotoCommand command =
                new PhotoCommand.SyncPhoto(
                        company,
                        new EntraObjectId(person),
                        new Version(1, nextCounter++),
                        1,
                        Instant.now(),
                        origin);
        publisher.publish(Topic.PHOTO_COMMANDS, List.of(command));
    }

    private void photo(Photo photo) {
        simulator().directory().setPhoto(person.toString(), photo);
    }

    private Entry somebody() {
        DirectoryView now = simulator().directory().now();
        return now.list(entry -> entry.kind() == ObjectKind.USER, -1, 1).getFirst();
    }

    private IntegrationSettings settings() {
        return new IntegrationSettings(
                company,
                1,
                IntegrationSettings.Status.ACTIVE,
                EntraTenantId.parse(simulator().tenantId()),
                EntraObjectId.parse(simulator().groupId()),
                IntegrationSettings.Invitations.BY_HAND,
                true,
                true,
                IntegrationSettings.DisabledAccounts.LEAVE_ALONE,
                "en",
                "London",
                Instant.now());
    }

    private boolean lookedAt() throws SQLException {
        return number(
                                "SELECT count(*) FROM provisioning.photos WHERE company_id = ? AND state = 'none'")
                        == 1
                && number("SELECT count(*) FROM provisioning.photo_lookups WHERE company_id = ?")
                        == 0;
    }

    private @Nullable String avatar() throws SQLException {
        return text("SELECT avatar_hash FROM learnamp.users WHERE company_id = ?");
    }

    private void uploadByHand(String hash) throws SQLException {
        execute(
                "INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes) VALUES (?, ?, 'image/png', 9, 9, '\\x00')",
                company.value(),
                hash);
        execute(
                "UPDATE learnamp.users SET avatar_hash = ? WHERE company_id = ?",
                hash,
                company.value());
    }

    private long insertCompany() throws SQLException {
        try (Connection store = BackingServices.connectToStore();
                ResultSet row =
                        store.createStatement()
                                .executeQuery(
                                        "INSERT INTO learnamp.companies (name) VALUES ('Marlowe Hythe') RETURNING id")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insertUser(UUID object) throws SQLException {
        execute(
                "INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone, language) VALUES (?, 'ada@marlowe.example', 'Ada', 'Lovelace', 'London', 'en')",
                company.value());
        insertLedger(object);
    }

    private void insertLedger(UUID object) throws SQLException {
        execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state, user_id, observed_at) SELECT company_id, ?, 1, 0, 'in_scope', id, now() FROM learnamp.users WHERE company_id = ?",
                object,
                company.value());
    }

    private static void execute(String sql, Object... parameters) throws SQLException {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement = Sql.prepare(store, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement query = Sql.prepare(store, sql, company.value());
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private @Nullable String text(String sql) throws SQLException {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement query = Sql.prepare(store, sql, company.value());
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
