package com.learnamp.entra.customfields;

import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text of Entra's as a custom field of some type takes it. */
public sealed interface FieldText {

    /** In the form that {@code CustomFieldValue} describes. */
    record Fitting(String text) implements FieldText {}

    /** Nothing. */
    record Blank() implements FieldText {}

    /**
     * Something that the field can't be.
     *
     * @param reason for an admin
     */
    record Unfit(String reason) implements FieldText {}

    /** More digits than anybody counts with, and no exponents: those could fill the memory. */
    Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,9})?");

    /** As Active Directory writes moments into attributes: 20260301, 20260301000000.0Z. */
    Pattern DIGITS = Pattern.compile("([0-9]{8})([0-9]{6}(\\.[0-9]+)?Z)?");

    LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    LocalDate LATEST = LocalDate.of(9999, 12, 31);

    static FieldText of(Type type, @Nullable String value) {
        Optional<String> clean = LearnAmpText.clean(value);
        if (clean.isEmpty()) {
            return new Blank();
        }
        String text = clean.get();
        return switch (type) {
            case TEXT, CHOICE ->
                    LearnAmpText.isTooLong(text)
                            ? new Unfit(
                                    "It is longer than " + LearnAmpText.MAX_LENGTH + " characters.")
                            : new Fitting(text);
            case NUMBER -> number(text);
            case DATE -> date(text);
            case BOOLEAN -> yesOrNo(text);
        };
    }

    private static FieldText number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return new Unfit(quoted(text) + " is no number; write it as 1234.5.");
        }
        BigDecimal number = new BigDecimal(text);
        return new Fitting(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static FieldText date(String text) {
        Optional<LocalDate> date = parsed(text);
        if (date.isEmpty()) {
            return new Unfit(quoted(text) + " is no date; write it as 2026-03-31.");
        }
        return date.get().isBefore(EARLIEST) || date.get().isAfter(LATEST)
                ? new Unfit(quoted(text) + " is before 1900 or after 9999.")
                : new Fitting(date.get().toString());
    }

    /** A moment is cut in UTC, as Entra means its dates. */
    private static Optional<LocalDate> parsed(String text) {
        try {
            if (DIGITS.matcher(text).matches()) {
                return Optional.of(
                        LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
            }
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text));
            }
            Instant moment = OffsetDateTime.parse(text).toInstant();
            return Optional.of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static FieldText yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> new Fitting("true");
            case "false", "no", "0" -> new Fitting("false");
            default ->
                    new Unfit(quoted(text) + " is neither yes nor no; write it as true or false.");
        };
    }

    private static String quoted(String text) {
        int most = 40;
        return text.codePointCount(0, text.length()) > most
                ? '"' + text.substring(0, text.offsetByCodePoints(0, most)) + "…\""
                : '"' + text + '"';
    }
}
