package com.learnamp.entra.console.runs;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.syncs.RunFilter;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunRows;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs as the list shows them: the last ninety days and more in one, what is older month by month.
 *
 * @param kind what began them; empty: whatever did
 * @param result what came out; empty: whatever did
 * @param month empty: the latest
 * @param monthName of the month; null for the latest
 * @param months that are older than the list
 * @param older where the next page begins; null on the last one
 */
record RunList(
        List<RunView> runs,
        String kind,
        String result,
        String month,
        @Nullable String monthName,
        List<Month> months,
        @Nullable String older,
        boolean newest) {

    private static final int A_PAGE = 30;
    private static final Duration LATEST = Duration.ofDays(90);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private static final String MONTHS =
            """
            SELECT date_trunc('month', requested_at AT TIME ZONE ?)::date AS first, count(*) AS runs
            FROM provisioning.sync_runs WHERE requested_at < ? GROUP BY 1 ORDER BY 1 DESC LIMIT 60
            """;

    /** How many runs an earlier month had. */
    record Month(String month, String name, long count) {}

    /**
     * What is asked for in the address; what is no kind, result, month or time there is nothing.
     */
    record Query(
            @Nullable String kind,
            @Nullable String result,
            @Nullable String month,
            @Nullable String before) {}

    public List<String> kinds() {
        return Stream.of(RunTrigger.values()).map(StoredWords::of).toList();
    }

    public List<String> results() {
        return Stream.of(SyncRun.State.values()).map(StoredWords::of).toList();
    }

    public boolean isFiltered() {
        return !kind.isEmpty() || !result.isEmpty();
    }

    /** For links to the same runs. */
    public String query() {
        return "kind=" + kind + "&result=" + result;
    }

    static RunList read(StoreTransaction transaction, Query query, Times times)
            throws SQLException {
        Optional<RunTrigger> kind = oneOf(RunTrigger.values(), query.kind());
        Optional<SyncRun.State> result = oneOf(SyncRun.State.values(), query.result());
        Optional<YearMonth> month = parsed(query.month(), YearMonth::parse);
        Optional<Instant> before = parsed(query.before(), Instant::parse);
        LocalDate latest =
                times.now().minus(LATEST).atZone(times.zone()).toLocalDate().withDayOfMonth(1);
        Instant from = start(month.map(one -> one.atDay(1)).orElse(latest), times);
        Instant end =
                month.map(one -> start(one.plusMonths(1).atDay(1), times))
                        .orElse(times.now().plus(Duration.ofDays(1)));
        List<SyncRun> found =
                SyncRunRows.of(
                        transaction,
                        new RunFilter(
                                kind.orElse(null),
                                result.orElse(null),
                                from,
                                before.filter(end::isAfter).orElse(end)),
                        A_PAGE + 1);
        List<SyncRun> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new RunList(
                shown.stream().map(run -> RunView.of(run, times)).toList(),
                kind.map(StoredWords::of).orElse(""),
                result.map(StoredWords::of).orElse(""),
                month.map(YearMonth::toString).orElse(""),
                month.map(NAME::format).orElse(null),
                months(transaction, start(latest, times), times),
                found.size() > shown.size() ? shown.getLast().requestedAt().toString() : null,
                before.isEmpty() && month.isEmpty());
    }

    private static List<Month> months(StoreTransaction transaction, Instant before, Times times)
            throws SQLException {
        return transaction.query(
                MONTHS,
                row -> {
                    YearMonth month =
                            YearMonth.from(Objects.requireNonNull(row.maybeDate("first")));
                    return new Month(month.toString(), NAME.format(month), row.number("runs"));
                },
                times.zone().getId(),
                before);
    }

    private static Instant start(LocalDate day, Times times) {
        return day.atStartOfDay(times.zone()).toInstant();
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] all, @Nullable String word) {
        return Stream.of(all).filter(one -> StoredWords.of(one).equals(word)).findFirst();
    }

    /** How a text is read. */
    private interface Parser<T> {
        T parse(CharSequence text);
    }

    private static <T> Optional<T> parsed(@Nullable String text, Parser<T> parser) {
        try {
            return Optional.ofNullable(text).map(parser::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
