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
import java.util.Locale;

/**
 * {@code ./dev photos-cost}: gives photos to six in ten people of the simulated directory and
 * prints what their first sync, a second one and their influence on live changes cost.
 */
public final class MeasurePhotos {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int LIVE_CHANGES = 40;

    private final SimulatorControls simulator;
    private final CompanySync company;
    private final String store;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    private MeasurePhotos(
            SimulatorControls simulator, CompanySync company, String store, PrintStream out) {
        this.simulator = simulator;
        this.company = company;
        this.store = store;
        this.out = out;
    }

    public static int in(StackDirectory directory, PrintStream out) {
        StackState state = RunningStack.in(directory);
        if (state.simulator().isEmpty()) {
            throw new StackProblem("Graph isn't simulated here: its requests can't be counted");
        }
        ConsoleApi console = new ConsoleApi(state.console());
        CompanySync company =
                new CompanySync(
                        console,
                        DemoCompany.operations(console, Secrets.in(directory.secrets())),
                        RunningStack.company(directory).id());
        try (SimulatorControls simulator = new SimulatorControls(state.simulator())) {
            new MeasurePhotos(simulator, company, state.store(), out).measure();
        } catch (SQLException failure) {
            throw new StackProblem("The store can't be asked: " + failure.getMessage(), failure);
        }
        return 0;
    }

    private void measure() throws SQLException {
        syncPhotos(false);
        out.printf("%d of them have photos%n", paint(1));
        out.println("First sync with photos");
        count(() -> company.syncPhotos(true));
        out.println("Next sync, nothing changed");
        count(company::press);
        syncPhotos(false);
        out.println("Live changes during a sync of everybody, without photos");
        live(company.press());
        out.printf("%d photos replaced%n", paint(1_000_003));
        out.println("Live changes during a sync of everybody, with all photos fetched anew");
        live(company.syncPhotos(true));
    }

    private void syncPhotos(boolean wanted) {
        awaitPhotos(company.syncPhotos(wanted));
    }

    /** Six in ten get another photo than before, the others none. */
    private int paint(long seed) {
        int number = 0;
        int painted = 0;
        for (JsonNode person : simulator.people()) {
            String id = person.path("id").asText();
            if (number++ % 10 < 6) {
                simulator.paint(id, seed + number);
                painted++;
            } else if (!person.path("photo").isNull()) {
                simulator.removePhoto(id);
            }
        }
        out.printf("%d people in the group. ", number);
        return painted;
    }

    /** Something that starts a run. */
    private interface Start {
        JsonNode run();
    }

    private void count(Start start) {
        simulator.countFromZero();
        Instant began = clock.instant();
        JsonNode run = awaitPhotos(start.run());
        JsonNode photos = run.path("photos");
        out.printf(
                Locale.ROOT,
                "  %d batches of metadata, %d requests for bytes, %.0f s: %d looked at, %d unchanged, %d fetched, %d removed, %d refused%n",
                simulator.requests("POST $batch"),
                simulator.requests("GET users/{}/photos/{}/$value")
                        + simulator.requests("GET users/{}/photo/$value"),
                Duration.between(began, clock.instant()).toMillis() / 1_000.0,
                photos.path("lookedAt").asLong(),
                photos.path("unchanged").asLong(),
                photos.path("fetched").asLong(),
                photos.path("removed").asLong(),
                photos.path("refused").asLong());
    }

    private void live(JsonNode run) throws SQLException {
        Instant since = clock.instant();
        for (int change = 0; change < LIVE_CHANGES; change++) {
            simulator.churn(1);
            pause();
        }
        JsonNode meanwhile = company.look(run);
        out.printf(
                "  meanwhile the sync was %s, %d photos looked at, %d waiting%n",
                meanwhile.path("state").asText(),
                meanwhile.path("photos").path("lookedAt").asLong(),
                meanwhile.path("photos").path("waiting").asLong());
        out.println("  " + Delays.awaitRest(store, since).describe());
        awaitPhotos(run);
    }

    /** The run to its end, and its photos too. */
    private JsonNode awaitPhotos(JsonNode begun) {
        JsonNode run = company.look(begun);
        while (!RunFigures.ended(run) || run.path("photos").path("waiting").asLong() > 0) {
            pause();
            run = company.look(begun);
        }
        return run;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }
}
