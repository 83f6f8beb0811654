package com.learnamp.entra.photo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.SimulatedGraph;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person's photo, as it comes, changes and goes. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "photo_sync"),
            @ResourceArg(name = "simulator", value = "true")
        })
class SyncPhotosIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject TopicPublisher publisher;

    /** Filled by {@link BackingServices}. */
    @Nullable SimulatedGraph graph;

    private final PhotoCompany company = company();
    private UUID person = new UUID(0, 0);

    @BeforeEach
    void aCompanyWithOnePersonOfTheDirectory() throws SQLException {
        person = UUID.fromString(somebody().id());
        publish(1, true);
        company.person(person);
    }

    @Test
    void setsTheAvatarAndTellsOfItOnce() throws SQLException {
        photo(Photo.painted(101, 648));

        sync();

        await().atMost(PATIENCE).until(() -> avatar() != null);
        assertThat(
                        company.text(
                                "SELECT width || 'x' || height || ' ' || content_type FROM learnamp.avatars WHERE company_id = ?"))
                .isEqualTo("240x240 image/jpeg");
        assertThat(company.history()).isEqualTo(1);
        assertThat(
                        company.text(
                                "SELECT headers ->> 'ce_id' FROM provisioning.outbox WHERE company_id = ?"))
                .isEqualTo("1");
    }

    @Test
    void theEventIsInTheTraceOfTheCommand() throws SQLException {
        photo(Photo.painted(109, 648));
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Traces.follow(
                "test",
                Map.of(person.toString(), "00-" + trace + "-00f067aa0ba902b7-01"),
                this::sync);

        await().atMost(PATIENCE).until(() -> avatar() != null);
        assertThat(
                        company.text(
                                "SELECT headers ->> 'traceparent' FROM provisioning.outbox WHERE company_id = ?"))
                .contains(trace);
    }

    @Test
    void changesNothingWhenThePictureIsTheSame() throws SQLException {
        photo(Photo.painted(102, 648));
        syncAndAwaitAvatar();

        UUID run = syncInRun();

        await().atMost(PATIENCE).until(() -> "1 1 0 0 0".equals(company.figures(run)));
        assertThat(company.history()).isEqualTo(1);
    }

    @Test
    void followsAPictureThatIsReplaced() throws SQLException {
        photo(Photo.painted(103, 648));
        String first = syncAndAwaitAvatar();

        photo(Photo.painted(104, 648));
        UUID run = syncInRun();

        await().atMost(PATIENCE).until(() -> !Objects.equals(first, avatar()));
        assertThat(avatar()).isNotNull();
        assertThat(company.figures(run)).isEqualTo("1 0 1 0 0");
        assertThat(
                        company.text(
                                "SELECT cause || ' ' || reason FROM provisioning.history WHERE company_id = ? AND change_number = 2"))
                .isEqualTo("full_sync photo");
    }

    @Test
    void takesAwayTheAvatarThatItSet() throws SQLException {
        photo(Photo.painted(105, 648));
        syncAndAwaitAvatar();

        simulator().directory().removePhoto(person.toString());
        UUID run = syncInRun();

        await().atMost(PATIENCE).until(() -> avatar() == null);
        assertThat(company.figures(run)).isEqualTo("1 0 0 1 0");
    }

    @Test
    void leavesAnAvatarAloneThatThePersonUploaded() throws SQLException {
        simulator().directory().removePhoto(person.toString());
        company.uploadByHand(person, "a".repeat(64));

        sync();

        await().atMost(PATIENCE).until(this::noneIsRemembered);
        assertThat(avatar()).isEqualTo("a".repeat(64));
    }

    @Test
    void leavesAnUploadAloneThatTookThePlaceOfTheAvatarItSet() throws SQLException {
        photo(Photo.painted(108, 648));
        syncAndAwaitAvatar();
        company.uploadByHand(person, "c".repeat(64));

        simulator().directory().removePhoto(person.toString());
        sync();

        await().atMost(PATIENCE).until(this::noneIsRemembered);
        assertThat(avatar()).isEqualTo("c".repeat(64));
        assertThat(company.history()).isEqualTo(1);
    }

    @Test
    void replacesAnUploadByEntrasPhoto() throws SQLException {
        photo(Photo.painted(106, 648));
        String fromEntra = syncAndAwaitAvatar();
        company.uploadByHand(person, "b".repeat(64));

        sync();

        await().atMost(PATIENCE).until(() -> Objects.equals(fromEntra, avatar()));
    }

    @Test
    void refusesWhatIsNoPictureAndSaysSoUntilItIsReplaced() throws SQLException {
        photo(Photo.uploaded("<svg onload=alert(1)>".getBytes(), 648, 1));

        UUID run = syncInRun();

        await().atMost(PATIENCE).until(() -> "1 0 0 0 1".equals(company.figures(run)));
        assertThat(refusal()).isEqualTo("The photo in Entra is no JPEG, PNG or GIF.");
        assertThat(avatar()).isNull();
        assertThat(company.avatars()).isZero();

        photo(Photo.painted(109, 648));
        syncAndAwaitAvatar();
        assertThat(refusal()).isNull();
    }

    @Test
    void waitsForAPersonWhomTheWriterHasNotMadeYet() throws SQLException {
        company.execute(
                "DELETE FROM provisioning.ledger WHERE company_id = ?", company.id().value());
        photo(Photo.painted(107, 648));
        sync();
        await().atMost(PATIENCE)
                .until(() ->
                        company.number(
                                        "SELECT coalesce(max(attempts), 0) FROM provisioning.photo_lookups WHERE company_id = ?")
                                >= 1);

        company.inScope(person);

        await().atMost(PATIENCE).until(() -> avatar() != null);
    }

    @Test
    void remembersThatThereIsNoneUntilSomebodyAsksOrARunDoes() throws SQLException {
        simulator().directory().removePhoto(person.toString());
        sync();
        await().atMost(PATIENCE).until(this::noneIsRemembered);
        photo(Photo.painted(110, 648));

        sync();
        await().atMost(PATIENCE).until(() -> company.waiting() == 0);
        assertThat(avatar()).isNull();

        sync(Origin.ofCause(Origin.Cause.ADMIN, Instant.now()));
        await().atMost(PATIENCE).until(() -> avatar() != null);
    }

    @Test
    void aLeaverLosesTheAvatarThatWasSetAndHasItAgainOnReturn() throws SQLException {
        photo(Photo.painted(111, 648));
        String first = syncAndAwaitAvatar();
        company.deactivate(person);

        publisher.publish(Topic.PHOTO_COMMANDS, List.of(company.remove(person)));
        await().atMost(PATIENCE).until(() -> avatar() == null);

        company.reactivate(person);
        sync();
        await().atMost(PATIENCE).until(() -> Objects.equals(first, avatar()));
    }

    @Test
    void whatWaitsIsDroppedOnceTheOptionIsOff() throws SQLException {
        photo(Photo.painted(112, 648));
        publish(2, false);

        sync();

        await().atMost(PATIENCE)
                .until(() ->
                        company.number(
                                        "SELECT last_value FROM provisioning.photo_versions WHERE ? > 0")
                                > 0);
        await().atMost(PATIENCE).until(() -> company.waiting() == 0);
        assertThat(avatar()).isNull();
    }

    @Test
    void aCompanyThatStandsStillWaitsUntilItGoesOn() throws SQLException {
        photo(Photo.painted(113, 648));
        company.pause("reads");
        sync();
        await().atMost(PATIENCE).until(() -> company.waiting() == 1);
        PhotoCompany other = company();
        publish(other, 1, true);
        other.person(person);

        publisher.publish(
                Topic.PHOTO_COMMANDS,
                List.of(
                        other.sync(
                                person, Origin.ofCause(Origin.Cause.NOTIFICATION, Instant.now()))));

        await().atMost(PATIENCE).until(() -> other.avatar(person) != null);
        assertThat(company.waiting()).isEqualTo(1);
        assertThat(avatar()).isNull();

        company.resume();

        await().atMost(PATIENCE).until(() -> avatar() != null);
    }

    private static PhotoCompany company() {
        try {
            return PhotoCompany.in(BackingServices::connectToStore);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private GraphSimulator simulator() {
        return Objects.requireNonNull(graph, "graph").simulator();
    }

    private void publish(long revision, boolean syncPhotos) {
        publish(company, revision, syncPhotos);
    }

    private void publish(PhotoCompany whose, long revision, boolean syncPhotos) {
        publisher.publish(
                Topic.INTEGRATIONS,
                List.of(
                        whose.settings(
                                simulator().tenantId(),
                                simulator().groupId(),
                                revision,
                                syncPhotos)));
    }

    private String syncAndAwaitAvatar() {
        sync(Origin.ofCause(Origin.Cause.ADMIN, Instant.now()));
        return Objects.requireNonNull(
                await().atMost(PATIENCE).until(this::avatar, Objects::nonNull), "avatar");
    }

    private UUID syncInRun() {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        sync(Origin.ofRun(run, RunTrigger.MANUAL, Instant.now()));
        return run.value();
    }

    private void sync() {
        sync(Origin.ofCause(Origin.Cause.NOTIFICATION, Instant.now()));
    }

    private void sync(Origin origin) {
        publisher.publish(Topic.PHOTO_COMMANDS, List.of(company.sync(person, origin)));
    }

    private void photo(Photo photo) {
        simulator().directory().setPhoto(person.toString(), photo);
    }

    private Entry somebody() {
        DirectoryView now = simulator().directory().now();
        return now.list(entry -> entry.kind() == ObjectKind.USER, -1, 1).getFirst();
    }

    private boolean noneIsRemembered() throws SQLException {
        return company.number(
                                "SELECT count(*) FROM provisioning.photos WHERE company_id = ? AND state = 'none'")
                        == 1
                && company.waiting() == 0;
    }

    private @Nullable String avatar() throws SQLException {
        return company.avatar(person);
    }

    private @Nullable String refusal() throws SQLException {
        return company.text(
                "SELECT detail FROM provisioning.attention WHERE company_id = ? AND reason = 'photo_refused'");
    }
}
