package com.learnamp.entra.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Many small worlds: a directory that changes, settings that change, admins who act, and messages
 * that are lost, repeated, reordered, replayed, and caught in a crash. Through the mapper and the
 * writer, at rest, each store is what the model says.
 */
class AnySequenceIT {

    private static @Nullable EmbeddedDatabase database;
    private static @Nullable Store shared;

    @BeforeContainer
    static void start() throws SQLException {
        EmbeddedDatabase started = EmbeddedDatabase.start();
        database = started;
        shared = new Store(started);
    }

    @AfterContainer
    static void stop() throws SQLException {
        store().close();
        Objects.requireNonNull(database).close();
    }

    private static Store store() {
        return Objects.requireNonNull(shared);
    }

    @Property(seed = "20261130", edgeCases = EdgeCasesMode.NONE)
    void atRestTheStoreIsAFunctionOfTheDirectoryAndTheSettings(
            @ForAll("sequences") List<Step> steps, @ForAll @IntRange(max = 3) int limit) {
        World world = new World(store(), limit);

        for (Step step : steps) {
            world.happens(step);
            if (step.kind().reachesTheWriter()) {
                assertThat(Promises.brokenNow(world)).as("after %s", step).isEmpty();
            }
        }

        world.comesToRest();
        assertThat(ExpectedStore.differences(world)).isEmpty();
        assertThat(Promises.broken(world)).isEmpty();
        assertThat(world.restless()).as("changes when nothing has changed").isZero();
    }

    @Property(tries = 100, seed = "20261201", edgeCases = EdgeCasesMode.NONE)
    void aTenthOfTheCommandsIsLostAndTheNextRunPutsItRight(
            @ForAll("sequences") List<Step> steps, @ForAll @IntRange(max = 9) int lost) {
        World world = new World(store(), 0);
        steps.forEach(world::happens);

        world.runsWithLosses(lost);

        assertThat(Promises.broken(world)).isEmpty();
        world.comesToRest();
        assertThat(ExpectedStore.differences(world)).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        return steps().list().ofMinSize(4).ofMaxSize(24);
    }

    /** Mostly people come, change and are read, and messages arrive. */
    private static Arbitrary<Step> steps() {
        Arbitrary<Step.Kind> kinds =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of(Step.Kind.values())),
                        Tuple.of(
                                4,
                                Arbitraries.of(
                                        Step.Kind.JOINS,
                                        Step.Kind.READ,
                                        Step.Kind.READ_ALL,
                                        Step.Kind.FOLLOWED,
                                        Step.Kind.ARRIVE,
                                        Step.Kind.ADDRESS,
                                        Step.Kind.MANAGER)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, Directory.ACCOUNTS - 1),
                        Arbitraries.integers().between(0, 7))
                .as(Step::new);
    }
}
