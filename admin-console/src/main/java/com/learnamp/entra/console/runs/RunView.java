package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRun.Progress.Stage;
import com.learnamp.entra.contracts.SyncRunId;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as pages show it.
 *
 * @param total how many people there are to compare; null while unknown
 * @param about whether the total is a guess
 * @param percent null while the total is unknown
 * @param left how long it will still take, roughly; null while nobody can tell
 * @param took null while it runs
 * @param cost what was asked of Microsoft for it; null before anything was
 * @param byDelta whether nobody was listed, since Microsoft could tell what has changed
 * @param queued whether Entra is not read for it yet
 * @param behind the run whose end it waits for; null if it waits for none
 * @param waitsUntil until when nothing is asked of Microsoft; null while nothing waits
 * @param unreachable whether it waits because Microsoft can't be reached, not because it asked to
 * @param photos what became of them; empty where none were asked for
 */
public record RunView(
        String id,
        String title,
        Times.Moment startedAt,
        Times.Moment briefly,
        String startedBy,
        Sign sign,
        boolean running,
        long compared,
        @Nullable Long total,
        boolean about,
        @Nullable Long percent,
        @Nullable String left,
        @Nullable String took,
        @Nullable String cost,
        boolean byDelta,
        boolean queued,
        @Nullable String behind,
        @Nullable String waitsUntil,
        boolean unreachable,
        long pages,
        boolean restarted,
        boolean failed,
        @Nullable String failure,
        boolean superseded,
        boolean previewed,
        List<Tile> tiles,
        List<Tile> photos,
        long photosWaiting,
        List<Step> steps,
        long changed) {

    /** A word with its sign: neither colour nor shape says it alone. */
    public record Sign(String word, String icon, String style) {}

    /** A figure. */
    public record Tile(String label, String icon, long count) {}

    /**
     * A station.
     *
     * @param percent null where there is no bar
     */
    public record Step(
            String title, Sign sign, @Nullable Long percent, String count, @Nullable String hint) {}

    private static final Duration BEFORE_GUESSING = Duration.ofSeconds(10);
    private static final long PERCENT_BEFORE_GUESSING = 10;

    public static RunView of(SyncRun run, Times times) {
        RunWords words = MessageBundles.get(RunWords.class);
        Optional<SyncRun.Progress> progress = Optional.ofNullable(run.progress());
        long compared = run.figures().compared();
        @Nullable Long total = total(run);
        @Nullable Long percent = percent(run, compared, total);
        return new RunView(
                run.id().toString(),
                words.title(StoredWords.of(run.trigger())),
                times.exactly(run.requestedAt()),
                times.briefly(run.requestedAt()),
                words.startedBy(
                        StoredWords.of(run.trigger()),
                        Objects.requireNonNullElse(run.requestedBy(), words.somebody())),
                sign(run.state(), words),
                run.isRunning(),
                compared,
                total,
                run.isRunning(),
                percent,
                left(run, percent, times),
                Optional.ofNullable(run.endedAt())
                        .map(ended -> times.lasting(Duration.between(run.requestedAt(), ended)))
                        .orElse(null),
                progress.filter(one -> one.requests() > 0)
                        .map(one -> words.cost(one.requests(), one.resourceUnits()))
                        .orElse(null),
                progress.filter(SyncRun.Progress::byDelta).isPresent(),
                run.isRunning()
                        && progress.map(SyncRun.Progress::stage).orElse(Stage.QUEUED)
                                == Stage.QUEUED,
                progress.map(SyncRun.Progress::behind).map(SyncRunId::toString).orElse(null),
                progress.map(SyncRun.Progress::waitsUntil)
                        .filter(until -> until.isAfter(times.now()) && run.isRunning())
                        .map(until -> times.at(until).text())
                        .orElse(null),
                progress.filter(SyncRun.Progress::unreachable).isPresent(),
                progress.map(SyncRun.Progress::pages).orElse(0L),
                progress.filter(one -> one.restarts() > 0).isPresent(),
                run.state() == SyncRun.State.FAILED,
                Optional.ofNullable(run.failure()).map(SyncRun.Failure::message).orElse(null),
                run.state() == SyncRun.State.SUPERSEDED,
                run.state() == SyncRun.State.PREVIEWED,
                tiles(run.figures(), words),
                photos(run.photos(), words),
                run.photos().waiting(),
                Steps.of(run, words),
                changed(run.figures()));
    }

    /** For the listener, once for each tenth. */
    String announcement() {
        return total == null ? "" : MessageBundles.get(RunWords.class).announce(compared, total);
    }

    long tenth() {
        return percent == null ? -1 : percent / 10;
    }

    private static @Nullable Long total(SyncRun run) {
        long known =
                switch (run.state()) {
                    case RUNNING ->
                            Optional.ofNullable(run.progress())
                                    .map(SyncRun.Progress::peopleExpected)
                                    .orElse(0L);
                    default -> run.figures().people();
                };
        return known == 0 ? null : Long.valueOf(Math.max(known, run.figures().compared()));
    }

    private static @Nullable Long percent(SyncRun run, long compared, @Nullable Long total) {
        if (total == null) {
            return null;
        }
        long percent = 100 * compared / total;
        return run.isRunning() ? Math.min(percent, 99) : percent;
    }

    private static @Nullable String left(SyncRun run, @Nullable Long percent, Times times) {
        Duration elapsed = Duration.between(run.requestedAt(), times.now());
        if (!run.isRunning()
                || percent == null
                || percent < PERCENT_BEFORE_GUESSING
                || elapsed.compareTo(BEFORE_GUESSING) < 0) {
            return null;
        }
        return times.lasting(
                Duration.ofSeconds(Math.max(10, elapsed.toSeconds() * (100 - percent) / percent)));
    }

    private static Sign sign(SyncRun.State state, RunWords words) {
        return switch (state) {
            case RUNNING -> new Sign(words.running(), "load", "run");
            case FINISHED -> new Sign(words.finished(), "check", "ok");
            case FAILED -> new Sign(words.failed(), "flag", "bad");
            case SUPERSEDED -> new Sign(words.superseded(), "minus", "mute");
            case PREVIEWED -> new Sign(words.previewed(), "search", "warn");
        };
    }

    private static List<Tile> tiles(SyncRun.Figures figures, RunWords words) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(words.unchanged(), "equal", figures.unchanged()));
        tiles.add(new Tile(words.created(), "plus", figures.created()));
        tiles.add(new Tile(words.updated(), "pen", figures.updated()));
        tiles.add(new Tile(words.deactivated(), "leave", figures.deactivated()));
        addIfAny(tiles, words.waiting(), "shield", figures.waiting());
        addIfAny(tiles, words.linked(), "link", figures.linked());
        addIfAny(tiles, words.reactivated(), "undo", figures.reactivated());
        addIfAny(tiles, words.needAttention(), "flag", figures.rejected() + figures.parked());
        addIfAny(tiles, words.lookedUp(), "search", figures.lookedUp());
        return tiles;
    }

    private static List<Tile> photos(SyncRun.Photos photos, RunWords words) {
        return photos.any()
                ? List.of(
                        new Tile(words.photosLookedAt(), "search", photos.lookedAt()),
                        new Tile(words.unchanged(), "equal", photos.unchanged()),
                        new Tile(words.photosFetched(), "plus", photos.fetched()),
                        new Tile(words.photosRemoved(), "leave", photos.removed()),
                        new Tile(words.photosRefused(), "flag", photos.refused()))
                : List.of();
    }

    private static void addIfAny(List<Tile> tiles, String label, String icon, long count) {
        if (count > 0) {
            tiles.add(new Tile(label, icon, count));
        }
    }

    private static long changed(SyncRun.Figures figures) {
        return figures.created()
                + figures.linked()
                + figures.updated()
                + figures.deactivated()
                + figures.reactivated();
    }

    /** The stations of a run. */
    private static final class Steps {

        private Steps() {}

        static List<Step> of(SyncRun run, RunWords words) {
            SyncRun.@Nullable Progress progress = run.progress();
            return progress == null
                    ? List.of()
                    : List.of(
                            read(run, progress, words),
                            write(run, progress, words),
                            check(run, progress, words));
        }

        private static Step read(SyncRun run, SyncRun.Progress progress, RunWords words) {
            boolean done = isRead(progress);
            @Nullable Long expected = progress.peopleExpected();
            return new Step(
                    words.read(),
                    sign(run, done, progress.stage() != Stage.QUEUED, words),
                    done
                            ? Long.valueOf(100)
                            : expected == null || expected == 0
                                    ? null
                                    : Long.valueOf(
                                            Math.min(99, 100 * progress.peopleRead() / expected)),
                    words.countOf(
                            progress.peopleRead(), done || expected == null ? -1 : expected, true),
                    words.readText());
        }

        private static Step write(SyncRun run, SyncRun.Progress progress, RunWords words) {
            long compared = run.figures().compared();
            long read = Math.max(progress.peopleRead(), compared);
            boolean done =
                    run.state() == SyncRun.State.FINISHED || run.state() == SyncRun.State.PREVIEWED;
            return new Step(
                    words.write(),
                    sign(run, done, compared > 0, words),
                    read == 0 ? null : Long.valueOf(done ? 100 : 100 * compared / read),
                    words.countOf(compared, done ? -1 : read, false),
                    null);
        }

        private static Step check(SyncRun run, SyncRun.Progress progress, RunWords words) {
            boolean done = progress.stage() == Stage.COMPLETE;
            boolean begun = done || progress.stage() == Stage.CHECKING_LEAVERS;
            Sign sign = sign(run, done, begun, words);
            return new Step(words.check(), sign, null, sign.word(), words.checkText());
        }

        private static boolean isRead(SyncRun.Progress progress) {
            return progress.stage() == Stage.CHECKING_LEAVERS || progress.stage() == Stage.COMPLETE;
        }

        private static Sign sign(SyncRun run, boolean done, boolean begun, RunWords words) {
            if (done) {
                return new Sign(words.done(), "check", "ok");
            }
            if (!run.isRunning()) {
                return new Sign(words.notReached(), "minus", "mute");
            }
            return begun
                    ? new Sign(words.underWay(), "load", "run")
                    : new Sign(words.notStarted(), "clock", "mute");
        }
    }
}
