package com.learnamp.entra.console.people;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How everything about somebody stood when he was asked to be looked at: whatever is newer came of
 * it. Versions, not clocks, of which each service has its own.
 *
 * @param epoch of the ledger's version, with {@code counter}
 * @param change the person's own count of changes
 * @param photo of the last look at his photo
 */
record SyncStart(long epoch, long counter, long change, long photo) {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

    static Optional<SyncStart> parse(@Nullable String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(
                        new SyncStart(
                                number(matcher, 1),
                                number(matcher, 2),
                                number(matcher, 3),
                                number(matcher, 4)))
                : Optional.empty();
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    String text() {
        return epoch + "-" + counter + "-" + change + "-" + photo;
    }

    boolean isBefore(long otherEpoch, long otherCounter) {
        return otherEpoch > epoch || (otherEpoch == epoch && otherCounter > counter);
    }
}
