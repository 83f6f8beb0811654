package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.RequestKind.GROUP;
import static com.learnamp.entra.graph.RequestKind.LOOK_UP;
import static com.learnamp.entra.graph.RequestKind.PHOTO_METADATA;
import static com.learnamp.entra.graph.RequestKind.TRANSITIVE_MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantBudgetTest {

    private final StandingClock clock = new StandingClock();
    private final TenantBudget budget = new TenantBudget(clock);

    /** Graph counts the last ten seconds, whichever they are. */
    @ParameterizedTest
    @CsvSource({"1, 3500", "49, 3500", "50, 5000", "500, 5000", "501, 8000"})
    void noTenSecondsSeeMoreThanTheLimitOfTheTenantsSize(long people, int limit) {
        budget.has(people);
        clock.forward(Duration.ofMinutes(1));

        int spent = 0;
        for (int step = 0; step < 100; step++) {
            while (budget.spend(Lane.LIVE, LOOK_UP).isZero()) {
                spent += 50;
            }
            clock.forward(Duration.ofMillis(100));
        }

        assertThat(spent).isBetween(limit * 3 / 4, limit);
    }

    @Test
    void aTenantOnceKnownToBeLargeStaysSo() {
        budget.has(10_000);
        budget.has(3);
        clock.forward(Duration.ofMinutes(1));

        assertThat(spendAll(Lane.LIVE, GROUP)).isEqualTo(3600);
    }

    @Test
    void bulkWorkLeavesHalfToLiveWork() {
        int bulk = spendAll(Lane.BULK, GROUP);

        int live = spendAll(Lane.LIVE, GROUP);

        assertThat(bulk).isBetween(780, 800);
        assertThat(live).isBetween(775, 800);
        assertThat(budget.spend(Lane.BULK, GROUP)).isPositive();
    }

    /** However much live work there is. */
    @Test
    void bulkWorkIsNeverStarved() {
        int bulk = 0;
        for (int step = 0; step < 100; step++) {
            spendAll(Lane.LIVE, GROUP);
            if (budget.spend(Lane.BULK, TRANSITIVE_MEMBERS).isZero()) {
                bulk++;
            }
            clock.forward(Duration.ofSeconds(1));
        }

        assertThat(bulk).isEqualTo(100);
    }

    @Test
    void whoHasToWaitIsToldHowLong() {
        spendAll(Lane.LIVE, GROUP);

        Duration wait = budget.spend(Lane.LIVE, LOOK_UP);
        clock.forward(wait);

        assertThat(wait).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(budget.spend(Lane.LIVE, LOOK_UP)).isZero();
    }

    @Test
    void whatARequestCostsIsLearntFromTheAnswers() {
        budget.spend(Lane.LIVE, GROUP);
        budget.answered(Lane.LIVE, answer(GROUP, 200, 100, 0, null));

        assertThat(spendAll(Lane.LIVE, GROUP)).isEqualTo(14);
    }

    /** Somebody else may use the same app. */
    @Test
    void graphsWordOnHowNearTheLimitIsCounts() {
        budget.answered(Lane.LIVE, answer(GROUP, 200, 1, 0.99, null));

        assertThat(spendAll(Lane.LIVE, GROUP)).isBetween(30, 35);
    }

    @Test
    void aTenantIsLeftAloneForAsLongAsGraphWants() {
        budget.answered(Lane.LIVE, answer(GROUP, 429, 0, 0, Duration.ofMinutes(5)));

        assertThat(budget.spend(Lane.LIVE, GROUP)).isEqualTo(Duration.ofMinutes(5));
        clock.forward(Duration.ofMinutes(5));
        assertThat(budget.spend(Lane.BULK, GROUP)).isZero();
    }

    @Test
    void refusedBulkWorkDoesNotHoldUpLiveWork() {
        budget.answered(Lane.BULK, answer(GROUP, 429, 0, 0, Duration.ofMinutes(5)));

        assertThat(budget.spend(Lane.BULK, GROUP)).isEqualTo(Duration.ofMinutes(5));
        assertThat(budget.spend(Lane.LIVE, GROUP)).isZero();
    }

    @Test
    void refusalsThatDoNotSayHowLongAreAnsweredByEverLongerSilence() {
        AnsweredRequest refusal = answer(GROUP, 429, 0, 0, null);

        budget.answered(Lane.LIVE, refusal);
        assertThat(budget.spend(Lane.LIVE, GROUP)).isEqualTo(Duration.ofSeconds(1));
        budget.answered(Lane.LIVE, refusal);
        assertThat(budget.spend(Lane.LIVE, GROUP)).isEqualTo(Duration.ofSeconds(2));
        budget.answered(Lane.LIVE, refusal);
        assertThat(budget.spend(Lane.LIVE, GROUP)).isEqualTo(Duration.ofSeconds(4));
    }

    /** They are limited for each mailbox. */
    @Test
    void photosAreNobodysBudget() {
        budget.answered(Lane.LIVE, answer(PHOTO_METADATA, 429, 0, 0, Duration.ofMinutes(5)));
        spendAll(Lane.LIVE, GROUP);

        assertThat(budget.spend(Lane.BULK, PHOTO_METADATA)).isZero();
    }

    private int spendAll(Lane lane, RequestKind kind) {
        int requests = 0;
        while (budget.spend(lane, kind).isZero()) {
            requests++;
        }
        return requests;
    }

    private static AnsweredRequest answer(
            RequestKind kind,
            int status,
            int units,
            double percentage,
            @Nullable Duration retryAfter) {
        return new AnsweredRequest(
                new UUID(0, 1),
                kind,
                false,
                status,
                units,
                percentage,
                status == 429,
                retryAfter,
                Duration.ofMillis(20));
    }

    /** Time goes on where a test says so. */
    private static final class StandingClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Graph speaks UTC");
        }
    }
}
