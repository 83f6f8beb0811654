package com.learnamp.entra.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chance is fair, and repeats itself for the same seed whatever else is asked. */
class ChanceTest {

    @Test
    void theRateIsKept() {
        Chance chance = new Chance();
        long hits = 0;
        for (int time = 0; time < 10_000; time++) {
            hits += chance.happens(0.2, 3, "throttle", "GET /users") ? 1 : 0;
        }
        assertThat(hits).isBetween(1_800L, 2_200L);
    }

    @Test
    void neverAndAlwaysAreJustThat() {
        Chance chance = new Chance();
        for (int time = 0; time < 1_000; time++) {
            assertThat(chance.happens(0, 3, "drop", "x")).isFalse();
            assertThat(chance.happens(1, 3, "drop", "x")).isTrue();
        }
    }

    @Test
    void whatIsStruckForGoodStaysStruckUntilAllBeginsAgain() {
        Chance chance = new Chance();
        assertThat(chance.happensForGood(0, 3, "lost page", "x", "token")).isFalse();
        assertThat(chance.happensForGood(1, 3, "lost page", "x", "token")).isTrue();

        assertThat(chance.happensForGood(0, 3, "lost page", "x", "token")).isTrue();
        assertThat(chance.happensForGood(0, 3, "lost page", "x", "another")).isFalse();

        chance.reset();
        assertThat(chance.happensForGood(0, 3, "lost page", "x", "token")).isFalse();
    }

    @Test
    void whatElseIsAskedDoesNotMatter() {
        Chance quiet = new Chance();
        Chance busy = new Chance();
        List<Boolean> alone = new ArrayList<>();
        List<Boolean> among = new ArrayList<>();
        for (int time = 0; time < 200; time++) {
            alone.add(quiet.happens(0.5, 3, "throttle", "a"));
            busy.happens(0.5, 3, "throttle", "b");
            among.add(busy.happens(0.5, 3, "throttle", "a"));
        }
        assertThat(among).isEqualTo(alone).contains(true, false);
    }
}
