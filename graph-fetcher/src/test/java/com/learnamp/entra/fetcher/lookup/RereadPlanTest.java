package com.learnamp.entra.fetcher.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RereadPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-24T11:50:00Z");

    private static final RereadPlan PLAN =
            new RereadPlan(
                    List.of(Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(10)),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        "0, false, false, PT15S",
        "1, false, false, PT2M",
        "2, false, false, PT10M",
        "3, false, false, ",
        "0, true,  false, ",
        "2, true,  false, ",
        "0, true,  true,  PT15S",
        "1, true,  true,  PT2M",
        "3, true,  true,  ",
    })
    void whatShowsNoChangeIsReadAgainAndSoIsWhatGoesBack(
            int rereads, boolean told, boolean doubtful, @Nullable Duration again) {
        assertThat(PLAN.after(row(rereads), told, doubtful, true, NOW))
                .isEqualTo(again == null ? Fate.DONE : new Fate.ReadAgain(NOW.plus(again)));
    }

    @Test
    void whatADeltaRepeatsIsReadOnceAndWhatNobodyToldIsReadAgain() {
        PendingLookUp row =
                new PendingLookUp(
                        new EntraObjectId(new UUID(1, 1)),
                        Hint.Kind.USER,
                        1,
                        0,
                        0,
                        false,
                        Set.of(),
                        Origin.Cause.DELTA,
                        NOW,
                        null);

        assertThat(PLAN.after(row, false, false, true, NOW)).isEqualTo(Fate.DONE);
        assertThat(PLAN.after(row, false, true, true, NOW)).isInstanceOf(Fate.ReadAgain.class);
        assertThat(PLAN.after(row, false, false, false, NOW)).isInstanceOf(Fate.ReadAgain.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, , PT5S",
        "1, , PT10S",
        "3, , PT40S",
        "50, , PT10M",
        "0, PT2.128S, PT5S",
        "0, PT3M, PT3M",
        "50, PT30M, PT30M",
    })
    void failuresWaitEverLongerAndAtLeastAsLongAsGraphAsks(
            int attempts, @Nullable Duration asked, Duration expected) {
        assertThat(PLAN.pauseAfterFailure(attempts, Optional.ofNullable(asked)))
                .isEqualTo(expected);
    }

    @Test
    void whatIsReadAgainSaysSo() {
        assertThat(row(0).origin().cause()).isEqualTo(Origin.Cause.NOTIFICATION);
        assertThat(row(1).origin().cause()).isEqualTo(Origin.Cause.RECHECK);
    }

    private static PendingLookUp row(int rereads) {
        return new PendingLookUp(
                new EntraObjectId(new UUID(1, 1)),
                Hint.Kind.USER,
                1,
                rereads,
                0,
                false,
                Set.of(),
                Origin.Cause.NOTIFICATION,
                NOW,
                null);
    }
}
