package com.learnamp.entra.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as a company's pages write them: near ones relative and exact, far ones by their date.
 *
 * @param zone the company's
 * @param now by which near and far are told
 */
public record Times(ZoneId zone, Instant now, FrameWords words) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /**
     * @param iso for programs
     * @param text for people
     */
    public record Moment(String iso, String text) {}

    /** "2 minutes ago, at 11:50", "today, 08:14", "3 October, 08:14", "4 March 2024". */
    public Moment at(Instant instant) {
        return new Moment(iso(instant), text(instant));
    }

    /** With seconds, for what happens within a run. */
    public Moment exactly(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        String time = EXACT.format(there);
        return new Moment(
                iso(instant),
                there.toLocalDate().equals(today())
                        ? words.today(time)
                        : words.dayAndTime(day(there.toLocalDate()), time));
    }

    /** The time of day alone, with seconds. */
    public Moment clock(Instant instant) {
        return new Moment(iso(instant), EXACT.format(instant.atZone(zone)));
    }

    /** The time of day where it is today, else the day. */
    public Moment briefly(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        return new Moment(
                iso(instant),
                there.toLocalDate().equals(today())
                        ? CLOCK.format(there)
                        : day(there.toLocalDate()));
    }

    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /** "3.8 s", "41 s", "2 min 5 s", "9 h 52 min". */
    public String lasting(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return words.seconds(
                    String.format(Locale.UK, "%.1f", Math.max(0, duration.toMillis()) / 1000.0));
        }
        if (seconds < 60) {
            return words.seconds(Long.toString(seconds));
        }
        return seconds < 3600
                ? words.minutesAndSeconds(duration.toMinutes(), duration.toSecondsPart())
                : words.hoursAndMinutes(duration.toHours(), duration.toMinutesPart());
    }

    private String text(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        String time = CLOCK.format(there);
        long minutes = ChronoUnit.MINUTES.between(instant, now);
        if (minutes == 0) {
            return instant.isAfter(now) ? words.inMinutes(1, time) : words.justNow();
        }
        if (minutes > 0 && minutes < 60) {
            return words.minutesAgo(minutes, time);
        }
        if (minutes < 0 && minutes > -60) {
            return words.inMinutes(-minutes, time);
        }
        long days = ChronoUnit.DAYS.between(today(), there.toLocalDate());
        if (days >= -1 && days <= 1) {
            return days == 0
                    ? words.today(time)
                    : days < 0 ? words.yesterday(time) : words.tomorrow(time);
        }
        return there.getYear() == today().getYear()
                ? words.dayAndTime(DAY.format(there), time)
                : DATE.format(there);
    }

    /** "3 October", with its year if it is another than this one. */
    public String day(LocalDate date) {
        return (date.getYear() == today().getYear() ? DAY : DATE).format(date);
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
