package com.learnamp.entra.console.api;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** How far an undo has come through the people of its run, by their ids. */
final class UndoProgress {

    private final Set<Long> ahead = new HashSet<>();
    private final Set<Long> moved = new HashSet<>();
    private long last;

    void take(UndoBatch batch) {
        last = batch.last();
        ahead.addAll(batch.people());
        ahead.removeIf(person -> person <= last);
        moved.addAll(batch.moved());
    }

    long last() {
        return last;
    }

    boolean isPast(long person) {
        return person <= last || ahead.contains(person);
    }

    /** Who were looked at before their turn, since they hold an address of somebody else's. */
    Set<Long> ahead() {
        return Collections.unmodifiableSet(ahead);
    }

    /** Whose address is put back. */
    Set<Long> moved() {
        return Collections.unmodifiableSet(moved);
    }
}
