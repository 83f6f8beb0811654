package com.learnamp.entra.console.syncs;

import com.learnamp.entra.contracts.CompanyId;
import java.time.Duration;
import java.time.Instant;

/**
 * A company's place in the day, by a hash, so that the full syncs of companies that were connected
 * in the same hour do not all come in the same hour of each day.
 *
 * @param sinceMidnight in UTC
 */
record DaySlot(Duration sinceMidnight) {

    private static final Duration DAY = Duration.ofDays(1);

    static DaySlot of(CompanyId company) {
        long mixed = (company.value() + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return new DaySlot(
                Duration.ofSeconds(
                        Long.remainderUnsigned(mixed ^ (mixed >>> 32), DAY.toSeconds())));
    }

    /** Within 24 hours. */
    Instant firstAfter(Instant now) {
        long midnight = Math.floorDiv(now.getEpochSecond(), DAY.toSeconds()) * DAY.toSeconds();
        Instant today = Instant.ofEpochSecond(midnight).plus(sinceMidnight);
        return today.isAfter(now) ? today : today.plus(DAY);
    }
}
