package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code ./dev scale}: what the largest companies go through, one thing after another, on a fresh
 * stack: the preview of a first sync, that sync, others that change nothing, and thousands of
 * people who leave at once and wait for an admin. Prints for each how long it took and the most
 * heap that each service used meanwhile.
 */
public final class MeasureScale {

    private static final int LEAVERS = 5_000;
    private static final long MEGABYTE = 1 << 20;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final CompanySync company;
    private final CompanyReviews reviews;
    private final SimulatorControls simulator;
    private final RunCosts runs;
    private final HeapOfServices heap;
    private final Path topics;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    private MeasureScale(
            CompanySync company,
            CompanyReviews reviews,
            SimulatorControls simulator,
            RunCosts runs,
            HeapOfServices heap,
            Path topics,
            PrintStream out) {
        this.company = company;
        this.reviews = reviews;
        this.simulator = simulator;
        this.runs = runs;
        this.heap = heap;
        this.topics = topics;
        this.out = out;
    }

    /** Of the directory's stack, whose demo company is connected to nothing yet. */
    public static int in(StackDirectory directory, PrintStream out) {
        StackState state = RunningStack.in(directory);
        ConsoleApi console = new ConsoleApi(state.console());
        Secrets secrets = Secrets.in(directory.secrets());
        long company = DemoCompany.in(directory.company(), console, secrets).id();
        String token = DemoCompany.operations(console, secrets);
        try (SimulatorControls simulator = new SimulatorControls(state.simulator());
                RunCosts runs = RunCosts.of(state.store(), company);
                HeapOfServices heap = HeapOfServices.of(state.parts())) {
            new MeasureScale(
                            new CompanySync(console, token, company),
                            new CompanyReviews(console, token, company),
                            simulator,
                            runs,
                            heap,
                            directory.kafka(),
                            out)
                    .measure();
        } catch (SQLException failure) {
            throw new StackProblem("The store can't be asked: " + failure.getMessage(), failure);
        }
        return 0;
    }

    private void measure() throws SQLException {
        JsonNode size = simulator.size();
        out.printf(
                "%d people in a group with %d nested groups, in a tenant of %d users%n%n",
                size.path("people").asLong(),
                size.path("nestedGroups").asLong(),
                size.path("tenantUsers").asLong());
        out.println("| | seconds | figures | " + heap.names() + " |");
        out.println("|---|---|---|" + "---|".repeat(heap.count()));
        JsonNode tenant = simulator.tenant();
        JsonNode preview =
                run(
                        "preview",
                        company.connect(tenant.path("id").asText(), tenant.path("groupId").asText())
                                .orElseThrow());
        run("first sync", company.confirm(preview));
        run("Sync users, nothing changed", company.press());
        runs.letADayPass();
        runs.awaitDaily();
        run("daily sync, nothing changed", company.newest());
        leave();
        out.printf(
                "%nThe database has %d MB then, and the broker's topics %d MB%n",
                runs.databaseSize() / MEGABYTE, sizeOf(topics) / MEGABYTE);
    }

    private static long sizeOf(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonNode run(String what, JsonNode begun) {
        JsonNode ended = company.follow(begun, line -> {});
        if (!RunFigures.succeeded(ended) && !RunFigures.previewed(ended)) {
            throw new StackProblem(RunFigures.describe(ended));
        }
        line(what, RunFigures.duration(ended), RunFigures.counts(ended));
        return ended;
    }

    /** People leave; the guard keeps them all back, an admin reads their names and says yes. */
    private void leave() throws SQLException {
        reviews.limit(1);
        long before = runs.deactivated();
        long people = simulator.size().path("people").asLong();
        Instant since = clock.instant();
        simulator.delete(LEAVERS);
        long left = people - simulator.size().path("people").asLong();
        await(() -> runs.outOfScope() == left);
        long leavers = reviews.waiting("deactivation");
        line(
                "leavers noticed, and kept back",
                since,
                "%d leavers wait, and %d whose manager would go"
                        .formatted(leavers, reviews.waiting("clearing")));
        since = clock.instant();
        line("their names read, in pages of 500", since, reviews.readNames() + " names");
        since = clock.instant();
        reviews.approveAll();
        await(() -> runs.deactivated() - before >= leavers);
        line("approved, looked at again, deactivated", since, leavers + " deactivated");
    }

    /** Something that is asked again and again. */
    private interface Question {
        boolean isTrue() throws SQLException;
    }

    private static void await(Question question) throws SQLException {
        long start = System.nanoTime();
        while (!question.isTrue()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new StackProblem(
                        "It takes longer than %d minutes: see ./dev logs"
                                .formatted(LONGEST.toMinutes()));
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StackProblem("interrupted");
            }
        }
    }

    private void line(String what, Instant since, String figures) {
        line(what, Duration.between(since, clock.instant()), figures);
    }

    private void line(String what, Duration duration, String figures) {
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %s | %s |%n",
                what,
                duration.toMillis() / 1_000.0,
                figures,
                heap.mostSinceLast());
        out.flush();
    }
}
