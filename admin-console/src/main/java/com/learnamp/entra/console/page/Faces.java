package com.learnamp.entra.console.page;

import java.util.Locale;

/** Initials and a colour in place of a photo. */
public final class Faces {

    private static final int COLOURS = 6;

    private Faces() {}

    /** Of the first and the last word. */
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = firstLetter(words[0]);
        return words.length > 1 ? first + firstLetter(words[words.length - 1]) : first;
    }

    /** One of six, always the same for the same number. */
    public static int colour(long number) {
        return Math.floorMod(number, COLOURS);
    }

    private static String firstLetter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
