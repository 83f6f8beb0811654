package com.learnamp.entra.console.changes;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change as pages show it.
 *
 * @param headline what happened on the whole; null where the lines say it all
 * @param lines field by field
 * @param why where it came from; empty where nothing is known of it
 * @param took from Microsoft's notice to the write; null without a notice
 * @param hops its way through the stations; empty where not every station is known
 */
public record ChangeView(
        long userId,
        String name,
        String initials,
        int colour,
        @Nullable String department,
        Times.Moment at,
        Times.Moment clock,
        Times.Moment briefly,
        String icon,
        @Nullable String headline,
        List<Line> lines,
        String why,
        @Nullable String took,
        List<Hop> hops,
        String result,
        String resultIcon) {

    /** A field, or a whole sentence where {@code before} and {@code after} are null. */
    public record Line(String label, @Nullable String before, @Nullable String after) {

        @Override
        public String toString() {
            return "Line[" + label + "]";
        }
    }

    /** A station. */
    public record Hop(String station, String when) {}

    public static ChangeView of(Change change, Times times) {
        ChangeWords words = MessageBundles.get(ChangeWords.class);
        return new ChangeView(
                change.userId(),
                change.name(),
                Faces.initials(change.name()),
                Faces.colour(change.userId()),
                change.department(),
                times.at(change.writtenAt()),
                times.clock(change.writtenAt()),
                times.briefly(change.writtenAt()),
                icon(change),
                headline(change, words),
                lines(change, words, times),
                why(change, words, times),
                took(change, times),
                hops(change, words, times),
                result(change, words),
                resultIcon(change));
    }

    private static @Nullable String headline(Change change, ChangeWords words) {
        return switch (change.kind()) {
            case CREATED -> words.created();
            case REACTIVATED -> words.reactivated();
            case DEACTIVATED ->
                    switch (Objects.requireNonNullElse(change.reason(), "")) {
                        case "left_the_group" -> words.leftTheGroup();
                        case "soft_deleted", "deleted" -> words.deleted();
                        case "account_disabled" -> words.accountDisabled();
                        default -> words.deactivated();
                    };
            case UPDATED -> "linked".equals(change.reason()) ? words.linked() : null;
        };
    }

    /** Of somebody new everything is new: the headline says it. */
    private static List<Line> lines(Change change, ChangeWords words, Times times) {
        List<Line> lines = new ArrayList<>();
        if (change.kind() != Change.Kind.CREATED) {
            for (Change.Difference difference : change.differences()) {
                if (!isSaidByTheHeadline(change, difference)) {
                    lines.add(line(difference, words, times));
                }
            }
        }
        return lines;
    }

    private static boolean isSaidByTheHeadline(Change change, Change.Difference difference) {
        return switch (difference.field()) {
            case "status" -> change.kind() != Change.Kind.UPDATED;
            case "integrationExternalId" -> "linked".equals(change.reason());
            default -> false;
        };
    }

    private static Line line(Change.Difference difference, ChangeWords words, Times times) {
        return switch (difference.field()) {
            case "avatar" -> new Line(photo(difference, words), null, null);
            case "secondaryTeams" -> new Line(words.secondaryTeams(), null, null);
            default ->
                    new Line(
                            words.field(difference.field()),
                            value(difference.field(), difference.before(), words, times),
                            value(difference.field(), difference.after(), words, times));
        };
    }

    private static String photo(Change.Difference difference, ChangeWords words) {
        if (difference.after() == null) {
            return words.photoTakenAway();
        }
        return difference.before() == null ? words.photoAdded() : words.photoReplaced();
    }

    private static String value(
            String field, @Nullable String value, ChangeWords words, Times times) {
        if (value == null) {
            return words.none();
        }
        return switch (field) {
            case "status" -> words.status(value);
            case "hireDate" -> date(value, times);
            default -> value;
        };
    }

    private static String date(String value, Times times) {
        try {
            return times.date(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static String why(Change change, ChangeWords words, Times times) {
        String cause = words.cause(change.cause());
        @Nullable String took = took(change, times);
        return took == null ? cause : cause + " " + words.inAll(took);
    }

    private static @Nullable String took(Change change, Times times) {
        @Nullable Instant noticed = change.noticedAt();
        return change.cause().equals("notification") && noticed != null
                ? times.lasting(Duration.between(noticed, change.writtenAt()))
                : null;
    }

    private static List<Hop> hops(Change change, ChangeWords words, Times times) {
        @Nullable Instant noticed = change.noticedAt();
        @Nullable Instant read = change.observedAt();
        @Nullable Instant mapped = change.mappedAt();
        if (!change.cause().equals("notification")
                || noticed == null
                || read == null
                || mapped == null) {
            return List.of();
        }
        return List.of(
                new Hop(words.notice(), times.clock(noticed).text()),
                hop(words.read(), noticed, read, words, times),
                hop(words.mapped(), read, mapped, words, times),
                hop(words.written(), mapped, change.writtenAt(), words, times));
    }

    private static Hop hop(
            String station, Instant from, Instant to, ChangeWords words, Times times) {
        return new Hop(station, words.later(times.lasting(Duration.between(from, to))));
    }

    private static String result(Change change, ChangeWords words) {
        return switch (change.kind()) {
            case CREATED -> words.created();
            case UPDATED -> words.updated();
            case DEACTIVATED -> words.deactivated();
            case REACTIVATED -> words.reactivated();
        };
    }

    private static String resultIcon(Change change) {
        return change.kind() == Change.Kind.DEACTIVATED ? "leave" : "check";
    }

    private static String icon(Change change) {
        return switch (change.kind()) {
            case CREATED -> "plus";
            case DEACTIVATED -> "leave";
            case REACTIVATED -> "undo";
            case UPDATED -> "linked".equals(change.reason()) ? "link" : "pen";
        };
    }

    @Override
    public String toString() {
        return "ChangeView[" + userId + "]";
    }
}
