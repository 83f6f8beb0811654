package com.learnamp.entra.customfields;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text as Learn Amp's store can hold it. */
public final class LearnAmpText {

    /**
     * In characters as people count them (code points); a string column of Learn Amp's. Entra's own
     * bounds are lower everywhere but for displayName, so that a cut is rare; it is always counted.
     */
    public static final int MAX_LENGTH = 255;

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private LearnAmpText() {}

    /**
     * Trims; turns tabs and line breaks into spaces and drops other control characters, NUL first
     * of all, which PostgreSQL refuses; replaces halves of surrogate pairs, which UTF-8 can't say.
     *
     * @return empty if nothing visible is left
     */
    public static Optional<String> clean(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> appendCleaned(kept, codePoint));
        String trimmed = trim(kept.toString());
        return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
    }

    public static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MAX_LENGTH;
    }

    /** Never in the middle of a character. */
    public static String cut(String text) {
        return isTooLong(text)
                ? trim(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)))
                : text;
    }

    private static void appendCleaned(StringBuilder kept, int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            kept.append(' ');
        } else if (Character.getType(codePoint) == Character.SURROGATE) {
            kept.appendCodePoint(REPLACEMENT_CHARACTER);
        } else if (!Character.isISOControl(codePoint)) {
            kept.appendCodePoint(codePoint);
        }
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Unlike {@link String#strip}, no-break and zero-width spaces too: forms are full of them. */
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || switch (character) {
                    case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> true;
                    default -> false;
                };
    }
}
