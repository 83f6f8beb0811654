package com.learnamp.entra.console.overview;

import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.qute.i18n.MessageBundles;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Changes of thirty days, as bars to be drawn and as a table.
 *
 * @param title for whoever can't see the bars
 */
record ChangesByDay(
        String title, List<Day> days, List<Line> lines, long created, long updated, long gone) {

    /**
     * A day.
     *
     * @param label beneath the axis, and where it stands; empty for most days
     * @param parts of its bar, from below
     */
    record Day(
            String name,
            String title,
            String label,
            String labelX,
            String anchor,
            List<Part> parts,
            long created,
            long updated,
            long gone) {}

    /** A rectangle. */
    record Part(String style, String x, String y, String height) {}

    /** A line of the grid, with its number. */
    record Line(String y, String textY, long number) {}

    private record Counts(long created, long updated, long gone) {
        long all() {
            return created + updated + gone;
        }
    }

    private static final int DAYS = 30;

    /** Room for a number of seven figures. */
    private static final double LEFT = 62;

    private static final double TOP = 12;
    private static final double BOTTOM = 166;
    private static final double STEP = (680 - LEFT) / DAYS;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private static final String COUNTS =
            """
            SELECT d.number, c.created, c.updated, c.gone
            FROM unnest(?, ?) WITH ORDINALITY AS d(begins, ends, number)
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE h.kind = 'created') AS created,
                       count(*) FILTER (WHERE h.kind IN ('updated', 'reactivated')) AS updated,
                       count(*) FILTER (WHERE h.kind = 'deactivated') AS gone
                FROM provisioning.history h WHERE h.written_at >= d.begins AND h.written_at < d.ends) c
            """;

    public boolean isEmpty() {
        return created + updated + gone == 0;
    }

    static ChangesByDay read(StoreTransaction transaction, Times times) throws SQLException {
        LocalDate today = times.now().atZone(times.zone()).toLocalDate();
        LocalDate first = today.minusDays(DAYS - 1);
        Map<LocalDate, Counts> counts = new HashMap<>();
        transaction.query(
                COUNTS,
                row ->
                        counts.put(
                                first.plusDays(row.number("number") - 1),
                                new Counts(
                                        row.number("created"),
                                        row.number("updated"),
                                        row.number("gone"))),
                beginnings(first, times),
                beginnings(first.plusDays(1), times));
        return draw(first, today, counts);
    }

    /** When so many days begin, from that one on. */
    private static Instant[] beginnings(LocalDate first, Times times) {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> first.plusDays(day).atStartOfDay(times.zone()).toInstant())
                .toArray(Instant[]::new);
    }

    private static ChangesByDay draw(
            LocalDate first, LocalDate today, Map<LocalDate, Counts> counts) {
        OverviewWords words = MessageBundles.get(OverviewWords.class);
        long most = Math.max(1, counts.values().stream().mapToLong(Counts::all).max().orElse(0));
        long top = roundedUp(most);
        List<Day> days = new ArrayList<>();
        for (int index = 0; index < DAYS; index++) {
            LocalDate date = first.plusDays(index);
            Counts of = counts.getOrDefault(date, new Counts(0, 0, 0));
            days.add(day(date, today, index, of, top, words));
        }
        LocalDate busiest =
                counts.entrySet().stream()
                        .max(Comparator.comparingLong(entry -> entry.getValue().all()))
                        .map(Map.Entry::getKey)
                        .orElse(today);
        return new ChangesByDay(
                words.chartTitle(
                        SHORT.format(first), SHORT.format(today), SHORT.format(busiest), most),
                days,
                List.of(line(0, top), line(top / 2, top), line(top, top)),
                counts.values().stream().mapToLong(Counts::created).sum(),
                counts.values().stream().mapToLong(Counts::updated).sum(),
                counts.values().stream().mapToLong(Counts::gone).sum());
    }

    private static Day day(
            LocalDate date, LocalDate today, int index, Counts of, long top, OverviewWords words) {
        String name = SHORT.format(date);
        String x = number(LEFT + index * STEP + 3);
        List<Part> parts = new ArrayList<>();
        double floor = BOTTOM;
        floor = part(parts, "c2", x, floor, of.updated(), top);
        floor = part(parts, "c1", x, floor, of.created(), top);
        part(parts, "c3", x, floor, of.gone(), top);
        boolean isToday = date.equals(today);
        return new Day(
                name,
                words.chartDay(name, of.created(), of.updated(), of.gone()),
                isToday ? words.today() : index % 7 == 0 && index < DAYS - 3 ? name : "",
                number(isToday ? 680 : LEFT + index * STEP + STEP / 2),
                isToday ? "end" : "middle",
                parts,
                of.created(),
                of.updated(),
                of.gone());
    }

    /**
     * @return where the next part stands
     */
    private static double part(
            List<Part> parts, String style, String x, double floor, long count, long top) {
        if (count == 0) {
            return floor;
        }
        double height = Math.max(2, (BOTTOM - TOP) * count / top);
        parts.add(new Part(style, x, number(floor - height), number(Math.max(1, height - 1))));
        return floor - height;
    }

    private static Line line(long count, long top) {
        double y = BOTTOM - (BOTTOM - TOP) * count / top;
        return new Line(number(y), number(y + 3.5), count);
    }

    /** An even number of one or two figures and zeros, so that half of it is one, too. */
    private static long roundedUp(long most) {
        long unit = 1;
        while (most > 20 * unit) {
            unit *= 10;
        }
        return Math.max(2, Math.ceilDiv(most, 2 * unit) * 2 * unit);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
