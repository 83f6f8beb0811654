package com.learnamp.entra.console.companies;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSecretExpiryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T23:59:00Z");

    @ParameterizedTest
    @CsvSource({
        ",           unknown, 0,  NaN",
        "2026-11-23, over,    -1, 1795478400",
        "2026-11-24, soon,    0,  1795564800",
        "2026-12-03, soon,    9,  1796342400",
        "2026-12-24, soon,    30, 1798156800",
        "2026-12-25, later,   31, 1798243200"
    })
    void itsLastDayIsCountedInUtc(
            @Nullable LocalDate day, String state, long days, double epochSeconds) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ClientSecretExpiry expiry = new ClientSecretExpiry(Optional.ofNullable(day), registry);

        ClientSecretExpiry.View view = expiry.view(NOW);

        assertThat(view.state()).isEqualTo(state);
        assertThat(view.days()).isEqualTo(days);
        assertThat(registry.get("client.secret.expires.timestamp").gauge().value())
                .isEqualTo(Double.valueOf(epochSeconds));
    }
}
