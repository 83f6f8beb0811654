package com.learnamp.entra.writer.relay;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A relay that has not come round for long is dead; one that waits out bad weather is not. */
@Liveness
class RelayIsAlive implements HealthCheck {

    private final RelayProgress progress;

    RelayIsAlive(RelayProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay of user events").status(progress.isAlive()).build();
    }
}
