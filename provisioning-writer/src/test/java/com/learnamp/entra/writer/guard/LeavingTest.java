package com.learnamp.entra.writer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.writer.guard.Withheld.State;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what becomes of somebody who leaves. */
class LeavingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofDays(2));
    private static final Duration WEEK = Duration.ofDays(7);

    static Stream<Arguments> rows() {
        return Stream.of(
                // kept back before, held, scope changed, over the limit, grace | outcome
                row(null, false, false, false, Duration.ZERO, "now, counted"),
                row(null, false, false, false, WEEK, "grace, counted"),
                row(null, false, false, true, Duration.ZERO, "review OVER_LIMIT"),
                row(null, false, false, true, WEEK, "review OVER_LIMIT"),
                row(null, false, true, false, Duration.ZERO, "review CHANGED_SCOPE"),
                row(null, false, true, true, WEEK, "review CHANGED_SCOPE"),
                row(null, true, false, false, Duration.ZERO, "held"),
                row(null, true, true, true, WEEK, "held"),
                row(State.GRACE, false, false, true, WEEK, "grace"),
                row(State.ASKED, false, false, true, WEEK, "now"),
                row(State.ASKED, false, true, false, WEEK, "review CHANGED_SCOPE"),
                row(State.ASKED, true, false, false, WEEK, "held"),
                row(State.REVIEW, false, false, false, Duration.ZERO, "review"),
                row(State.REJECTED, false, false, false, Duration.ZERO, "rejected"),
                row(State.REJECTED, false, true, true, WEEK, "rejected"),
                row(State.HELD, false, false, false, Duration.ZERO, "now, counted"),
                row(State.HELD, false, false, false, WEEK, "grace, counted"),
                row(State.RELEASED, false, false, true, Duration.ZERO, "review OVER_LIMIT"),
                row(State.RELEASED, false, false, false, Duration.ofDays(1), "now, counted"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatBecomesOfALeaverIsDecidedByWhatIsKnownOfHim(Leaving.Facts facts, String outcome) {
        assertThat(words(Leaving.decide(facts))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("approvedRows")
    void whatAnAdminHasApprovedIsDoneAfterTheGracePeriod(Leaving.Facts facts, String outcome) {
        assertThat(words(Leaving.decide(facts))).isEqualTo(outcome);
    }

    static Stream<Arguments> approvedRows() {
        return Stream.of(
                approved(State.ASKED, null, false, "now"),
                approved(State.GRACE, NOW.plusSeconds(1), false, "grace"),
                approved(State.GRACE, NOW, false, "now"),
                approved(State.ASKED, null, true, "held"));
    }

    private static Arguments approved(
            State state, @Nullable Instant dueAt, boolean held, String outcome) {
        return Arguments.of(
                new Leaving.Facts(
                        new Withheld(state, true, EARLIER, dueAt), held, true, true, WEEK, NOW),
                outcome);
    }

    private static Arguments row(
            @Nullable State before,
            boolean held,
            boolean scopeChanged,
            boolean overLimit,
            Duration grace,
            String outcome) {
        @Nullable Withheld withheld =
                before == null
                        ? null
                        : new Withheld(
                                before,
                                false,
                                EARLIER,
                                before == State.GRACE ? NOW.plusSeconds(60) : null);
        return Arguments.of(
                new Leaving.Facts(withheld, held, scopeChanged, overLimit, grace, NOW), outcome);
    }

    private static String words(Leaving leaving) {
        return switch (leaving) {
            case Leaving.Now(boolean counts) -> counts ? "now, counted" : "now";
            case Leaving.Later later ->
                    later.state().label()
                            + (later.cause() == null ? "" : " " + later.cause())
                            + (later.counts() ? ", counted" : "");
        };
    }
}
