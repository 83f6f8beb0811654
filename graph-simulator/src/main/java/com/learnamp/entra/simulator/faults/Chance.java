package com.learnamp.entra.simulator.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides what goes wrong. The answer depends on the seed, the fault, the subject (such as method
 * and path) and how often the subject was asked about before, and on nothing else: a client that
 * does the same things gets the same faults, whatever else happens at the same time.
 */
public final class Chance {

    private final Map<String, Integer> asked = new HashMap<>();
    private final Set<String> struck = new HashSet<>();

    /** Whether it happens this time. */
    public synchronized boolean happens(double rate, long seed, String fault, String subject) {
        return rate > 0 && fraction(seed, fault, subject) < rate;
    }

    /**
     * As {@link #happens}, but for good: what it has once happened to stays struck until all begins
     * again.
     */
    public synchronized boolean happensForGood(
            double rate, long seed, String fault, String subject, String thing) {
        String key = fault + ' ' + thing;
        return struck.contains(key) || (happens(rate, seed, fault, subject) && struck.add(key));
    }

    /** One of {@code choices} numbers, from 0. */
    public synchronized int choose(int choices, long seed, String fault, String subject) {
        return Math.min(choices - 1, (int) (fraction(seed, fault, subject) * choices));
    }

    /** Whether it happens to this subject at all: the same answer however often it is asked. */
    public static boolean strikes(double rate, long seed, String fault, String subject) {
        return rate > 0 && hash(seed, fault + ' ' + subject) < rate;
    }

    /** Begins again: the same seed gives the same faults again. */
    public synchronized void reset() {
        asked.clear();
        struck.clear();
    }

    private double fraction(long seed, String fault, String subject) {
        String key = fault + ' ' + subject;
        int occurrence = asked.merge(key, 1, Integer::sum);
        return hash(seed * 0x9E3779B97F4A7C15L + occurrence, key);
    }

    private static double hash(long start, String key) {
        long hash = mix(start);
        for (int position = 0; position < key.length(); position++) {
            hash = mix(hash ^ key.charAt(position));
        }
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
