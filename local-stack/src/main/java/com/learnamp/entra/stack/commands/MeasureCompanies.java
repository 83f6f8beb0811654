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
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./dev companies}: many small companies beside the large one that the stack has, and what
 * the large one's full sync and three tenants in trouble do to the delay of everybody else's live
 * changes.
 */
public final class MeasureCompanies {

    private static final int AT_ONCE = 8;
    private static final int IN_TROUBLE = 3;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(50);

    private final SimulatorControls simulator;
    private final CompanySync large;
    private final String store;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    private MeasureCompanies(
            SimulatorControls simulator, CompanySync large, String store, PrintStream out) {
        this.simulator = simulator;
        this.large = large;
        this.store = store;
        this.out = out;
    }

    /**
     * @param count of companies, the large one among them
     */
    public static int in(StackDirectory directory, int count, PrintStream out) {
        StackState state = RunningStack.in(directory);
        ConsoleApi console = new ConsoleApi(state.console());
        Secrets secrets = Secrets.in(directory.secrets());
        String token = DemoCompany.operations(console, secrets);
        long company = RunningStack.company(directory).id();
        try (SimulatorControls simulator = new SimulatorControls(state.simulator())) {
            List<SmallCompany> small = new ArrayList<>();
            Instant start = Clock.systemUTC().instant();
            for (Future<SmallCompany> each :
                    make(console, token, secrets.ownerPassword(), simulator, count - 1)) {
                small.add(each.get());
            }
            out.printf(
                    "%d companies made, and their first syncs ended, in %d s%n",
                    small.size(), Duration.between(start, Clock.systemUTC().instant()).toSeconds());
            new MeasureCompanies(
                            simulator, new CompanySync(console, token, company), state.store(), out)
                    .measure(small);
        } catch (SQLException failure) {
            throw new StackProblem("The store can't be asked: " + failure.getMessage(), failure);
        } catch (ExecutionException failure) {
            throw new StackProblem("A company could not be made: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
        return 0;
    }

    private static List<Future<SmallCompany>> make(
            ConsoleApi console,
            String token,
            String password,
            SimulatorControls simulator,
            int count)
            throws InterruptedException {
        try (ExecutorService makers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<SmallCompany>> making = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                int each = number;
                making.add(
                        makers.submit(() ->
                                SmallCompany.make(console, token, password, simulator, each)));
            }
            return making;
        }
    }

    private void measure(List<SmallCompany> small) throws SQLException {
        List<SmallCompany> well = small.subList(IN_TROUBLE, small.size());
        liveChanges(well);
        Delays quiet = liveChanges(well);
        out.println("Quiet: " + quiet.describe());
        simulator.trouble(small.get(0).tenant(), "{\"throttleEverything\":true}");
        simulator.trouble(small.get(1).tenant(), "{\"secretExpired\":true}");
        simulator.deleteGroup(small.get(2).tenant(), small.get(2).group());
        JsonNode run = large.press();
        Delays busy = liveChanges(well);
        JsonNode then = large.look(run);
        out.println("Busy:  " + busy.describe());
        out.printf(
                Locale.ROOT,
                "%s. While one company was in full sync, one throttled, one without a valid secret, one"
                        + " without its group, the other %d waited %.1f times as long as before (half of"
                        + " them), %.1f times (19 in 20)%n",
                RunFigures.ended(then)
                        ? "The full sync ended during the measurement: take more --people"
                        : "The full sync went on all the time",
                well.size(),
                busy.at(0.5) / quiet.at(0.5),
                busy.at(0.95) / quiet.at(0.95));
        large.follow(run, line -> {});
    }

    /** One change in each company, a little apart. */
    private Delays liveChanges(List<SmallCompany> companies) throws SQLException {
        Instant since = clock.instant();
        for (SmallCompany each : companies) {
            simulator.churn(each.tenant());
            try {
                Thread.sleep(BETWEEN_CHANGES);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StackProblem("interrupted");
            }
        }
        return Delays.awaitRest(store, since);
    }
}
