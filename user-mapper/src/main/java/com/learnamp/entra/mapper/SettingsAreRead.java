package com.learnamp.entra.mapper;

import com.learnamp.entra.messaging.SettingsTable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Before the settings are read to their end nothing is mapped. */
@Readiness
class SettingsAreRead implements HealthCheck {

    private final SettingsTable settings;

    SettingsAreRead(SettingsTable settings) {
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("settings are read").status(settings.isReady()).build();
    }
}
