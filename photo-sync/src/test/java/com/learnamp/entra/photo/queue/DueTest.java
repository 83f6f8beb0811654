package com.learnamp.entra.photo.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueTest {

    private static final Instant NOW = Instant.parse("2026-11-24T11:50:00Z");
    private static final Duration SPREAD = Duration.ofHours(4);
    private static final Duration LINGER = Duration.ofSeconds(3);
    private static final QueueConfig CONFIG =
            new QueueConfig() {
                @Override
                public Duration spread() {
                    return SPREAD;
                }

                @Override
                public Duration linger() {
                    return LINGER;
                }
            };

    @Test
    void theDailyRoundIsSpreadEvenlyAndEverybodyKeepsHisPlace() {
        List<Due> round =
                IntStream.range(0, 10_000)
                        .mapToObj(number -> due(UUID.randomUUID(), run(RunTrigger.SCHEDULE)))
                        .toList();

        for (int quarter = 0; quarter < 4; quarter++) {
            Duration from = Duration.ofHours(quarter);
            assertThat(round)
                    .filteredOn(due ->
                            due.after().compareTo(from) >= 0
                                    && due.after().compareTo(from.plusHours(1)) < 0)
                    .hasSizeBetween(2_200, 2_800);
        }
        assertThat(round).allMatch(Due::early).allMatch(Due::afresh);
        UUID somebody = UUID.randomUUID();
        assertThat(due(somebody, run(RunTrigger.SCHEDULE)))
                .isEqualTo(due(somebody, run(RunTrigger.SCHEDULE)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SCHEDULE")
    void anyOtherRunWaitsOnlyUntilABatchIsFull(RunTrigger trigger) {
        assertThat(due(UUID.randomUUID(), run(trigger))).isEqualTo(new Due(LINGER, true, true));
    }

    @Test
    void somebodyWhoIsAskedForIsLookedAtNow() {
        assertThat(due(UUID.randomUUID(), Origin.ofCause(Origin.Cause.ADMIN, NOW)))
                .isEqualTo(new Due(Duration.ZERO, false, true));
    }

    @Test
    void aNotificationIsNoReasonToAskAgainForWhatWasNotThere() {
        assertThat(due(UUID.randomUUID(), Origin.ofCause(Origin.Cause.NOTIFICATION, NOW)))
                .isEqualTo(new Due(Duration.ZERO, false, false));
    }

    private static Origin run(RunTrigger trigger) {
        return Origin.ofRun(new SyncRunId(UUID.randomUUID()), trigger, NOW);
    }

    private static Due due(UUID user, Origin origin) {
        return Due.of(
                new PhotoCommand.SyncPhoto(
                        new CompanyId(1),
                        new EntraObjectId(user),
                        new Version(1, 1),
                        1,
                        NOW,
                        origin),
                CONFIG);
    }
}
