package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nothing is done with half the settings. */
@Readiness
@ApplicationScoped
class SettingsAreRead implements HealthCheck {

    private final SettingsTable settings;

    SettingsAreRead(SettingsTable settings) {
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("settings").status(settings.isReady()).build();
    }
}
