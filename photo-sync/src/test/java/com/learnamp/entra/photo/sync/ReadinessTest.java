package com.learnamp.entra.photo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.queue.PhotoLookup.Action;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessTest {

    private static final UUID TENANT = new UUID(1, 1);
    private static final SyncConfig CONFIG =
            new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withMapping(SyncConfig.class)
                    .build()
                    .getConfigMapping(SyncConfig.class);
    private static final Readiness LOOK = new Readiness.Look();
    private static final Readiness DROP = new Readiness.Drop();

    static Stream<Arguments> rows() {
        IntegrationSettings on = settings(true, TENANT, IntegrationSettings.Status.ACTIVE);
        StoredPhoto active = photo(true, false, false);
        StoredPhoto deactivated = photo(false, true, false);
        PhotoLookup look = lookup(Action.SYNC, false, 1);
        PhotoLookup remove = lookup(Action.REMOVE, false, 1);
        return Stream.of(
                arguments("an active user", look, active, on, LOOK),
                arguments("not made yet", look, null, on, wait(5)),
                arguments(
                        "not made yet, the third time",
                        lookup(Action.SYNC, false, 3),
                        null,
                        on,
                        wait(20)),
                arguments("never made", lookup(Action.SYNC, false, 7), null, on, DROP),
                arguments("not reactivated yet", look, deactivated, on, wait(5)),
                arguments("none lately", look, photo(true, false, true), on, DROP),
                arguments(
                        "none lately, but asked by an admin",
                        lookup(Action.SYNC, true, 1),
                        photo(true, false, true),
                        on,
                        LOOK),
                arguments(
                        "the option is off",
                        look,
                        active,
                        settings(false, TENANT, IntegrationSettings.Status.ACTIVE),
                        DROP),
                arguments(
                        "disconnected",
                        look,
                        active,
                        settings(true, TENANT, IntegrationSettings.Status.DISCONNECTED),
                        DROP),
                arguments(
                        "another tenant now",
                        look,
                        active,
                        settings(true, new UUID(2, 2), IntegrationSettings.Status.ACTIVE),
                        DROP),
                arguments("no settings", look, active, null, DROP),
                arguments("gone", remove, deactivated, on, new Readiness.TakeAway()),
                arguments(
                        "gone, and the option is off",
                        remove,
                        deactivated,
                        settings(false, TENANT, IntegrationSettings.Status.ACTIVE),
                        new Readiness.TakeAway()),
                arguments("gone, but active yet", remove, photo(false, false, false), on, wait(5)),
                arguments(
                        "kept active by a grace period",
                        lookup(Action.REMOVE, false, 7),
                        photo(false, false, false),
                        on,
                        DROP),
                arguments("gone, never here", remove, null, on, DROP));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void decidesBeforeGraphIsAsked(
            String name,
            PhotoLookup lookup,
            @Nullable StoredPhoto photo,
            @Nullable IntegrationSettings settings,
            Readiness expected) {
        assertThat(Readiness.decide(lookup, photo, settings, CONFIG)).isEqualTo(expected);
    }

    private static Readiness wait(int seconds) {
        return new Readiness.Wait(Duration.ofSeconds(seconds));
    }

    private static StoredPhoto photo(boolean active, boolean deactivated, boolean noneLately) {
        return new StoredPhoto(active, deactivated, null, false, noneLately, null, null);
    }

    private static PhotoLookup lookup(Action action, boolean afresh, int attempts) {
        return new PhotoLookup(
                new CompanyId(1),
                new EntraObjectId(new UUID(3, 3)),
                TENANT,
                action,
                new Version(1, 1),
                "notification",
                null,
                null,
                afresh,
                1,
                attempts,
                null);
    }

    private static IntegrationSettings settings(
            boolean photos, UUID tenant, IntegrationSettings.Status status) {
        return new IntegrationSettings(
                new CompanyId(1),
                1,
                status,
                new EntraTenantId(tenant),
                new EntraObjectId(new UUID(4, 4)),
                IntegrationSettings.Invitations.BY_HAND,
                true,
                photos,
                IntegrationSettings.DisabledAccounts.LEAVE_ALONE,
                "en",
                "London",
                Instant.parse("2026-11-24T11:50:00Z"),
                List.of());
    }
}
