package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private final Clock clock = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2, 2000",
        "2.128, 2128",
        "0.0001, 1",
        "0, 0",
        "' 7 ', 7000",
        "999999999, 86400000",
        "'Tue, 01 Jan 2030 00:01:00 GMT', 60000",
        "'Mon, 31 Dec 2029 23:00:00 GMT', 0",
        "'Tue, 01 Jan 2036 00:00:00 GMT', 86400000"
    })
    void secondsAndDatesAreRead(String header, long milliseconds) {
        assertThat(RetryAfter.parse(header, clock)).contains(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "NaN", "Infinity", "1e9", "soon", "1,5", "99999999999999"})
    void anythingElseIsAsIfItWereAbsent(String header) {
        assertThat(RetryAfter.parse(header, clock)).isEqualTo(Optional.empty());
    }

    @Test
    void absentIsAbsent() {
        assertThat(RetryAfter.parse(null, clock)).isEmpty();
    }
}
