package com.learnamp.entra.fetcher.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive means that the heartbeat comes round, though the database may be away meanwhile. */
@Liveness
@ApplicationScoped
class TickerComesRound implements HealthCheck {

    private static final Duration STUCK = Duration.ofMinutes(1);

    private final Ticker ticker;

    TickerComesRound(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public HealthCheckResponse call() {
        boolean comes = System.nanoTime() - ticker.lastTick() < STUCK.toNanos();
        return HealthCheckResponse.named("heartbeat").status(comes).build();
    }
}
