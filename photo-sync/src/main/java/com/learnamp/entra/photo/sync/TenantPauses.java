package com.learnamp.entra.photo.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tenants that Graph wants left alone, as this process has heard: their rows wait where they are.
 */
@ApplicationScoped
class TenantPauses {

    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    void pause(UUID tenant, Duration pause) {
        until.merge(
                tenant,
                clock.instant().plus(pause),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean paused(UUID tenant) {
        Instant end = until.get(tenant);
        if (end == null || end.isAfter(clock.instant())) {
            return end != null;
        }
        until.remove(tenant, end);
        return false;
    }
}
