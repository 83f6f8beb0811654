package com.learnamp.entra.simulator.directory;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A set of ordinals that never changes: sets of different moments share nothing, so that a reader
 * of an old one needs no lock.
 */
final class SortedInts {

    static final SortedInts EMPTY = new SortedInts(new int[0]);

    private final int[] sorted;

    private SortedInts(int[] sorted) {
        this.sorted = sorted;
    }

    static SortedInts of(IntStream ordinals) {
        int[] sorted = ordinals.sorted().distinct().toArray();
        return sorted.length == 0 ? EMPTY : new SortedInts(sorted);
    }

    int size() {
        return sorted.length;
    }

    int get(int position) {
        return sorted[position];
    }

    boolean contains(int ordinal) {
        return Arrays.binarySearch(sorted, ordinal) >= 0;
    }

    /** The position of the first element greater than the given one. */
    int positionAfter(int ordinal) {
        int found = Arrays.binarySearch(sorted, ordinal);
        return found >= 0 ? found + 1 : -found - 1;
    }

    SortedInts plus(int ordinal) {
        int position = Arrays.binarySearch(sorted, ordinal);
        if (position >= 0) {
            return this;
        }
        int insertion = -position - 1;
        int[] grown = new int[sorted.length + 1];
        System.arraycopy(sorted, 0, grown, 0, insertion);
        grown[insertion] = ordinal;
        System.arraycopy(sorted, insertion, grown, insertion + 1, sorted.length - insertion);
        return new SortedInts(grown);
    }

    SortedInts minus(int ordinal) {
        return contains(ordinal) ? of(stream().filter(other -> other != ordinal)) : this;
    }

    IntStream stream() {
        return Arrays.stream(sorted);
    }
}
