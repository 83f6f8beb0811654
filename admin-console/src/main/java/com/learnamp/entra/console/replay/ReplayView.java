package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.page.Times;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay as pages show it.
 *
 * @param company null: all companies
 * @param companyName null for all companies, and for one that is gone
 * @param person null: everybody
 * @param since null: not from a time on
 * @param place topic and offset from which on; null: not from there on
 * @param decidedAt when it was last paused, continued or stopped; null if it never was
 * @param took null until it has ended
 * @param handled of how many people it is known what became of them
 * @param total how many were said once more; null until all is read
 * @param percent null while the total is unknown
 */
record ReplayView(
        String id,
        boolean trial,
        @Nullable Long company,
        @Nullable String companyName,
        @Nullable String person,
        String into,
        Times.@Nullable Moment since,
        @Nullable String place,
        String reason,
        String by,
        Times.Moment askedAt,
        String state,
        @Nullable String decidedBy,
        Times.@Nullable Moment decidedAt,
        @Nullable String took,
        long read,
        long published,
        long handled,
        @Nullable Long total,
        @Nullable Long percent,
        List<Figure> figures,
        @Nullable String failure) {

    /** The order in which they are shown; whatever is not here comes last. */
    private static final List<String> OUTCOMES =
            List.of(
                    "unchanged",
                    "updated",
                    "created",
                    "linked",
                    "reactivated",
                    "waiting",
                    "rejected",
                    "older");

    /** How many people it became so with. */
    record Figure(String outcome, long count) {}

    static ReplayView of(ReplayAnswer answer, Map<Long, String> names, Times times) {
        long handled = answer.people().values().stream().mapToLong(Long::longValue).sum();
        @Nullable Long total = total(answer);
        return new ReplayView(
                answer.id().toString(),
                answer.trial(),
                answer.company(),
                answer.company() == null ? null : names.get(answer.company()),
                answer.person() == null ? null : answer.person().toString(),
                answer.into(),
                moment(answer.fromTime(), times),
                answer.fromTopic() == null ? null : answer.fromTopic() + ", " + answer.fromOffset(),
                answer.reason(),
                answer.requestedBy(),
                times.at(answer.requestedAt()),
                answer.state(),
                answer.decidedBy(),
                moment(answer.decidedAt(), times),
                answer.endedAt() == null
                        ? null
                        : times.lasting(Duration.between(answer.requestedAt(), answer.endedAt())),
                answer.read(),
                answer.published(),
                handled,
                total,
                percent(answer, handled, total),
                figures(answer.people()),
                answer.failure());
    }

    public boolean running() {
        return state.equals("running");
    }

    public boolean paused() {
        return state.equals("paused");
    }

    public boolean finished() {
        return state.equals("finished");
    }

    /** It has ended, and nobody was to be said once more. */
    public boolean nothing() {
        return finished() && published == 0;
    }

    /** For whoever listens. */
    String announcement() {
        return total == null ? "" : MessageBundles.get(ReplayWords.class).announce(handled, total);
    }

    long tenth() {
        return percent == null ? -1 : percent / 10;
    }

    private static @Nullable Long total(ReplayAnswer answer) {
        return answer.published() > 0 && answer.partitionsDone() == answer.partitions()
                ? Long.valueOf(answer.published())
                : null;
    }

    /** What is written twice after an interruption is counted twice: never more than there are. */
    private static @Nullable Long percent(ReplayAnswer answer, long handled, @Nullable Long total) {
        if (total == null) {
            return null;
        }
        return answer.state().equals("finished")
                ? 100L
                : Long.valueOf(Math.min(100 * handled / total, 99));
    }

    private static List<Figure> figures(Map<String, Long> people) {
        return people.entrySet().stream()
                .map(figure -> new Figure(figure.getKey(), figure.getValue()))
                .sorted((one, other) -> Integer.compare(place(one), place(other)))
                .toList();
    }

    private static int place(Figure figure) {
        int place = OUTCOMES.indexOf(figure.outcome());
        return place < 0 ? OUTCOMES.size() : place;
    }

    private static Times.@Nullable Moment moment(@Nullable Instant instant, Times times) {
        return instant == null ? null : times.at(instant);
    }
}
