package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.options.StackProblem;
import com.learnamp.entra.stack.parts.PartStatus;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code ./dev cost}: prints what the demo company's first sync has cost at the simulated Graph,
 * and what a daily sync with nothing changed, one changed attribute and one join cost, beside the
 * least that is possible.
 */
public final class MeasureGraphCost {

    private static final long GROUPS_IN_A_DELTA = 50;

    private final SimulatorControls simulator;
    private final CompanySync company;
    private final RunCosts runs;
    private final String store;
    private final int fetcher;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    private MeasureGraphCost(
            SimulatorControls simulator,
            CompanySync company,
            RunCosts runs,
            String store,
            int fetcher,
            PrintStream out) {
        this.simulator = simulator;
        this.company = company;
        this.runs = runs;
        this.store = store;
        this.fetcher = fetcher;
        this.out = out;
    }

    public static int in(StackDirectory directory, PrintStream out) {
        StackState state = RunningStack.in(directory);
        if (state.simulator().isEmpty()) {
            throw new StackProblem("Graph isn't simulated here: its requests can't be counted");
        }
        ConsoleApi console = new ConsoleApi(state.console());
        long company = RunningStack.company(directory).id();
        CompanySync sync =
                new CompanySync(
                        console,
                        DemoCompany.operations(console, Secrets.in(directory.secrets())),
                        company);
        try (SimulatorControls simulator = new SimulatorControls(state.simulator());
                RunCosts runs = RunCosts.of(state.store(), company)) {
            new MeasureGraphCost(simulator, sync, runs, state.store(), fetcher(state), out)
                    .measure();
        } catch (SQLException failure) {
            throw new StackProblem("The store can't be asked: " + failure.getMessage(), failure);
        }
        return 0;
    }

    private static int fetcher(StackState state) {
        return state.parts().stream()
                .filter(part -> part.name().equals("graph-fetcher"))
                .findFirst()
                .map(PartStatus::port)
                .orElseThrow(() -> new StackProblem("This stack runs without graph-fetcher"));
    }

    private void measure() throws SQLException {
        JsonNode size = simulator.size();
        out.printf(
                "%d people in a group with %d nested groups, in a tenant of %d users; managers are assigned%n%n",
                size.path("people").asLong(),
                size.path("nestedGroups").asLong(),
                size.path("tenantUsers").asLong());
        GraphCost first = runs.ended("initial");
        simulator.countFromZero();
        String heap = listEverybody();
        GraphCost least = GraphCost.leastForListing(size, simulator.counts());
        out.println("| | requests | least | resource units | least | why |");
        out.println("|---|---|---|---|---|---|");
        line(
                "first sync",
                first,
                least,
                "the group before its listing, together with who is in the bin and a link to what changes in groups"
                        + " meanwhile, and the group once more after it");
        daily(size);
        live(
                "one attribute changed",
                () -> simulator.churn(1),
                new GraphCost(1, 0),
                "none: one batch reads the person, his manager and his membership");
        live(
                "one person joins",
                simulator::join,
                new GraphCost(1, 0),
                "the notice does not say whether a new member is a person, a group or a device");
        out.printf("%ngraph-fetcher's heap while everybody was listed: %s%n", heap);
    }

    /** How much heap graph-fetcher has used meanwhile. */
    private String listEverybody() {
        try (WatchHeap heap = WatchHeap.of(fetcher)) {
            company.follow(company.press(), line -> {});
            return heap.describe();
        }
    }

    private void daily(JsonNode size) throws SQLException {
        runs.letADayPass();
        GraphCost daily = runs.awaitDaily();
        long deltas = 1 + Math.ceilDiv(size.path("nestedGroups").asLong() + 1, GROUPS_IN_A_DELTA);
        line(
                "daily sync, nothing changed",
                daily,
                new GraphCost(deltas, deltas),
                "the company's group has a delta of its own, begun before its nested groups were known");
    }

    /** The least in units is not known apart from the batch itself. */
    private void live(String what, Runnable change, GraphCost least, String why)
            throws SQLException {
        simulator.countFromZero();
        Instant since = clock.instant();
        change.run();
        Delays.awaitRest(store, since);
        GraphCost cost = GraphCost.ofPeople(simulator.counts());
        line(what, cost, new GraphCost(least.requests(), cost.units()), why);
    }

    private void line(String what, GraphCost cost, GraphCost least, String why) {
        out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %s |%n",
                what,
                cost.requests(),
                least.requests(),
                cost.units(),
                least.units(),
                why);
    }
}
