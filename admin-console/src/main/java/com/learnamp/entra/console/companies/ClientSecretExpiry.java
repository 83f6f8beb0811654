package com.learnamp.entra.console.companies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * When the client secret of the application that reads every tenant runs out. Microsoft tells it to
 * whoever makes the secret and to no program with our permissions, so that operations write it
 * down: {@code GRAPH_CLIENT_SECRET_EXPIRES}, a date. The secret works until its end, in UTC.
 */
@Startup
@ApplicationScoped
class ClientSecretExpiry {

    private static final int SOON_DAYS = 30;

    private final Optional<LocalDate> day;

    ClientSecretExpiry(
            @ConfigProperty(name = "console.graph.client-secret-expires") Optional<LocalDate> day,
            MeterRegistry registry) {
        this.day = day;
        Gauge.builder("client.secret.expires.timestamp", this, ClientSecretExpiry::epochSeconds)
                .description("when the client secret runs out; NaN where nobody wrote it down")
                .baseUnit("seconds")
                .register(registry);
    }

    /**
     * @param state unknown, later, soon or over
     * @param last its last day; null if unknown
     * @param days that are left after today
     */
    record View(String state, @Nullable LocalDate last, long days) {}

    View view(Instant now) {
        return day.map(last -> view(last, now)).orElse(new View("unknown", null, 0));
    }

    private static View view(LocalDate last, Instant now) {
        long days = ChronoUnit.DAYS.between(now.atZone(ZoneOffset.UTC).toLocalDate(), last);
        return new View(days < 0 ? "over" : days <= SOON_DAYS ? "soon" : "later", last, days);
    }

    private double epochSeconds() {
        return day.map(last -> last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .map(Instant::getEpochSecond)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}
