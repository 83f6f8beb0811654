package com.learnamp.entra.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HireDateTest {

    @ParameterizedTest
    @CsvSource({
        "2020-05-04T00:00:00Z, 2020-05-04",
        "2020-05-03T23:59:59.9999999Z, 2020-05-03",
        "2020-05-04T08:00:00Z, 2020-05-04",
        "2020-05-03T23:30:00-01:00, 2020-05-04",
        "2024-02-29T23:59:59Z, 2024-02-29",
        "1900-01-01T00:00:00Z, 1900-01-01",
        "9999-12-31T23:59:59Z, 9999-12-31"
    })
    void isCutInUtc(Instant employeeHireDate, LocalDate date) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        try {
            assertThat(HireDate.of(employeeHireDate)).contains(date);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void whatIsNoDateIsBlank(Instant employeeHireDate) {
        assertThat(HireDate.isSensible(employeeHireDate)).isFalse();
        assertThat(HireDate.of(employeeHireDate)).isEmpty();
    }

    @Test
    void theEndsOfTimeAreBlank() {
        assertThat(HireDate.of(Instant.MIN)).isEmpty();
        assertThat(HireDate.of(Instant.MAX)).isEmpty();
        assertThat(HireDate.of(null)).isEmpty();
    }
}
