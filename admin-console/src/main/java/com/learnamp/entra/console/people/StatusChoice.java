package com.learnamp.entra.console.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A status of Learn Amp's to choose from. */
record StatusChoice(String value, String word, boolean chosen) {

    private static final List<String> VALUES =
            List.of(
                    "not_invited",
                    "invite_scheduled",
                    "invite_pending",
                    "confirmed",
                    "deactivated");

    private static final Map<String, String> WORDS =
            Map.of(
                    "not_invited", "Not invited",
                    "invite_scheduled", "Invite scheduled",
                    "invite_pending", "Invite pending",
                    "confirmed", "Confirmed",
                    "deactivated", "Deactivated");

    static List<StatusChoice> all(String chosen) {
        return Stream.concat(
                        Stream.of(new StatusChoice("", "Every status", chosen.isEmpty())),
                        VALUES.stream()
                                .map(value ->
                                        new StatusChoice(value, word(value), value.equals(chosen))))
                .toList();
    }

    static boolean isOne(String value) {
        return VALUES.contains(value);
    }

    static String word(String value) {
        return WORDS.getOrDefault(value, value);
    }
}
