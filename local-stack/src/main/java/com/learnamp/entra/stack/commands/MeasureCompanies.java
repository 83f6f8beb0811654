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
import java.util.List;
import java.util.Locale;

/**
 * {@code ./dev companies}: many small companies beside the large one that the stack has, and what
 * the large one's full sync and three tenants in trouble do to the delay of everybody else's live
 * changes.
 */
public final class MeasureCompanies {

    /** A throttled one, one without a valid secret, one without its group. */
    private static final int IN_TROUBLE = 3;

    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(50);
    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final SimulatorControls simulator;
    private final CompanySync large;
    private final List<SmallCompany> small;
    private final String store;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    private MeasureCompanies(
            SimulatorControls simulator,
            CompanySync large,
            List<SmallCompany> small,
            String store,
            PrintStream out) {
        this.simulator = simulator;
        this.large = large;
        this.small = small;
        this.store = store;
        this.out = out;
    }

    /**
     * @param count of companies, the large one among them
     * @throws StackProblem if a company can't be made, or a change does not come
     */
    public static int in(StackDirectory directory, int count, PrintStream out) {
        StackState state = RunningStack.in(directory);
        ConsoleApi console = new ConsoleApi(state.console());
        Secrets secrets = Secrets.in(directory.secrets());
        String token = DemoCompany.operations(console, secrets);
        long company = RunningStack.company(directory).id();
        try (SimulatorControls simulator = new SimulatorControls(state.simulator())) {
            List<SmallCompany> small =
                    new MakeCompanies(console, token, secrets.ownerPassword(), simulator)
                            .make(count - 1, out);
            new MeasureCompanies(
                            simulator,
                            new CompanySync(console, token, company),
                            small,
                            state.store(),
                            out)
                    .measure();
        } catch (SQLException failure) {
            throw new StackProblem("The store can't be asked: " + failure.getMessage(), failure);
        }
        return 0;
    }

    private void measure() throws SQLException {
        List<SmallCompany> well = small.subList(IN_TROUBLE, small.size());
        liveChanges(well, "Before the measurement");
        Delays quiet = liveChanges(well, "While all is quiet");
        out.println("Quiet: " + quiet.describe());
        makeTrouble();
        JsonNode run = large.press();
        awaitReading(run);
        Delays busy = liveChanges(well, "During the full sync");
        JsonNode then = large.look(run);
        out.println("Busy:  " + busy.describe());
        tellTrouble();
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
        out.println("The full sync: " + RunFigures.describe(large.follow(run, line -> {})));
        endTrouble();
    }

    /** Each of the three has something to do, and can't. */
    private void makeTrouble() {
        simulator.trouble(small.get(0).tenant(), "{\"throttleEverything\":true}");
        simulator.trouble(small.get(1).tenant(), "{\"secretExpired\":true}");
        simulator.revokeTokens(small.get(1).tenant());
        simulator.deleteGroup(small.get(2).tenant(), small.get(2).group());
        for (SmallCompany each : small.subList(0, IN_TROUBLE)) {
            simulator.promote(each.tenant(), each.person(), "During the full sync");
            each.sync().press();
        }
    }

    private void tellTrouble() {
        for (SmallCompany each : small.subList(0, IN_TROUBLE)) {
            out.println("  in trouble: " + each.sync().trouble().orElse("not noticed yet"));
        }
    }

    private void endTrouble() {
        simulator.trouble(small.get(0).tenant(), "{}");
        simulator.trouble(small.get(1).tenant(), "{}");
    }

    private void awaitReading(JsonNode run) {
        Instant start = clock.instant();
        JsonNode now = large.look(run);
        while (now.path("progress").path("peopleRead").asLong() == 0 && !RunFigures.ended(now)) {
            if (Duration.between(start, clock.instant()).compareTo(BEGINS_WITHIN) > 0) {
                throw new StackProblem(
                        "The full sync reads nobody after %d minutes: see ./dev logs graph-fetcher"
                                .formatted(BEGINS_WITHIN.toMinutes()));
            }
            pause(LOOK_EVERY);
            now = large.look(run);
        }
    }

    /** One change in each company, a little apart. */
    private Delays liveChanges(List<SmallCompany> companies, String job) throws SQLException {
        Instant since = clock.instant();
        for (SmallCompany each : companies) {
            simulator.promote(each.tenant(), each.person(), job);
            pause(BETWEEN_CHANGES);
        }
        return AwaitChanges.ofEach(store, since, companies);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }
}
