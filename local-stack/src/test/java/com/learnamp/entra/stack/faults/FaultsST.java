package com.learnamp.entra.stack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many tenants, each with a schedule of faults from its seed, in one system whose graph-fetcher is
 * killed and restarted by them. {@code ./dev faults} runs it with other seeds.
 */
class FaultsST {

    static final int USUAL_SEEDS = 20;

    private static final int SEEDS = Integer.getInteger("faults.seeds", USUAL_SEEDS);
    private static final long FIRST = Long.getLong("faults.from", 1);
    private static final int AT_ONCE = Integer.getInteger("faults.at-once", 20);

    private static final Path SUMMARY = Path.of("target", "faults", "summary.txt");

    private static TroubledStack surroundings;

    @BeforeAll
    static void start() {
        surroundings = TroubledStack.start();
    }

    @AfterAll
    static void stop() {
        surroundings.close();
        assertThat(surroundings.state().launcherRuns()).as("what is closed runs no more").isFalse();
    }

    @Test
    void afterAnyTroubleStoreAndDirectoryAreEqualAndNobodyLeftWhoWasThere() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                Schedule schedule = Schedule.of(seed);
                running.add(atOnce.submit(() -> Trial.outcome(surroundings, schedule)));
            }
            for (Future<Outcome> each : running) {
                outcomes.add(each.get());
            }
        }
        // ./dev faults says it last, after whatever the build says.
        Files.createDirectories(SUMMARY.getParent());
        Files.writeString(SUMMARY, Outcome.summary(outcomes, surroundings.deaths()) + "\n");
        System.out.print(Files.readString(SUMMARY));

        assertThat(outcomes).flatExtracting(Outcome::complaints).isEmpty();
    }
}
