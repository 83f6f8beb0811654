package com.learnamp.entra.mapper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entra keeps a date as an instant at midnight UTC, so it is cut in UTC: in any other zone half of
 * the world would start a day early.
 */
final class HireDate {

    /** What comes before is no hire date: .NET writes "none" as 0001-01-01, Excel as 1899-12-30. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private HireDate() {}

    static boolean isSensible(Instant employeeHireDate) {
        return !employeeHireDate.isBefore(EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC))
                && employeeHireDate.isBefore(
                        LATEST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    static Optional<LocalDate> of(@Nullable Instant employeeHireDate) {
        return Optional.ofNullable(employeeHireDate)
                .filter(HireDate::isSensible)
                .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
