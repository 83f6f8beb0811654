package com.learnamp.entra.customfields;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of some names was meant by one that is not among them. */
final class Nearest {

    /** Letters put in, left out or taken for others. */
    private static final int MOST_SLIPS = 2;

    private Nearest() {}

    static Optional<String> of(String name, List<String> names) {
        if (name.length() > 60) {
            return Optional.empty();
        }
        return names.stream()
                .filter(other -> slips(name, other) <= MOST_SLIPS)
                .min(Comparator.comparingInt(other -> slips(name, other)));
    }

    private static int slips(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int above = row[column];
                int same = left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(Math.min(above, row[column - 1]) + 1, diagonal + same);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
