package com.learnamp.entra.console.outbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A relay that has not come round for long is dead; one that waits out bad weather is not. */
@Liveness
class RelayIsAlive implements HealthCheck {

    private final RelayOutbox relay;

    RelayIsAlive(RelayOutbox relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay of settings and sync requests")
                .status(relay.isAlive())
                .build();
    }
}
