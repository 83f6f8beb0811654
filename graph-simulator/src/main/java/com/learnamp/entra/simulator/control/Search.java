package com.learnamp.entra.simulator.control;

import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds people and groups by a part of their names, addresses or ids. */
public final class Search {

    private static final List<String> SEARCHED =
            List.of("displayName", "userPrincipalName", "mail", "department", "jobTitle");

    private Search() {}

    public static Predicate<Entry> matching(ObjectKind kind, State state, String text) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        return entry ->
                entry.kind() == kind
                        && entry.life().state() == state
                        && (sought.isEmpty() || contains(entry, sought));
    }

    private static boolean contains(Entry entry, String sought) {
        return entry.id().contains(sought)
                || SEARCHED.stream()
                        .filter(entry.kind()::knows)
                        .anyMatch(name ->
                                entry.object()
                                        .text(name)
                                        .orElse("")
                                        .toLowerCase(Locale.ROOT)
                                        .contains(sought));
    }
}
