package com.learnamp.entra.contracts;

import java.util.Comparator;

/**
 * When a read of Graph was asked for, without clocks: taken just before the request is sent, under
 * the tenant's lease.
 *
 * @param epoch the lease's epoch; a later owner of the tenant has a higher one
 * @param counter the owner's own count within the epoch
 */
public record Version(long epoch, long counter) implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
            Comparator.comparingLong(Version::epoch).thenComparingLong(Version::counter);

    public Version {
        if (epoch < 0 || counter < 0) {
            throw new IllegalArgumentException("a version is not negative");
        }
    }

    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "." + counter;
    }
}
