package com.learnamp.entra.console.syncs;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DaySlotTest {

    private static final Instant NOW = Instant.parse("2026-11-24T11:52:00Z");

    @Test
    void theFirstIsWithinADay() {
        LongStream.rangeClosed(1, 10_000)
                .mapToObj(id -> DaySlot.of(new CompanyId(id)).firstAfter(NOW))
                .forEach(first ->
                        assertThat(first)
                                .isAfter(NOW)
                                .isBeforeOrEqualTo(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void companiesAreSpreadOverTheDay() {
        var byHour =
                LongStream.rangeClosed(1, 2_400)
                        .mapToObj(id -> DaySlot.of(new CompanyId(id)).sinceMidnight().toHours())
                        .collect(Collectors.groupingBy(hour -> hour, Collectors.counting()));

        assertThat(byHour).hasSize(24);
        assertThat(byHour.values()).allSatisfy(count -> assertThat(count).isBetween(60L, 140L));
    }

    @Test
    void aCompanyKeepsItsPlace() {
        DaySlot slot = DaySlot.of(new CompanyId(7));

        assertThat(DaySlot.of(new CompanyId(7))).isEqualTo(slot);
        assertThat(slot.firstAfter(slot.firstAfter(NOW)))
                .isEqualTo(slot.firstAfter(NOW).plus(Duration.ofDays(1)));
    }
}
