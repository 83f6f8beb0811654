package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waits for settings that a message names and this service has not read yet; but once in vain for a
 * revision is enough, else each message of a full sync would hold up the other companies again.
 */
@ApplicationScoped
class AwaitedSettings {

    private final SettingsTable settings;
    private final Duration patience;
    private final Map<CompanyId, Long> awaitedInVain = new ConcurrentHashMap<>();

    AwaitedSettings(SettingsTable settings, MapperConfig config) {
        this.settings = settings;
        this.patience = config.settingsPatience();
    }

    /**
     * @return empty if they did not come
     */
    Optional<IntegrationSettings> await(CompanyId company, long revision) {
        boolean inVain = awaitedInVain.getOrDefault(company, 0L) >= revision;
        Optional<IntegrationSettings> found =
                settings.awaitRevision(company, revision, inVain ? Duration.ZERO : patience);
        if (found.isPresent()) {
            awaitedInVain.remove(company);
        } else {
            awaitedInVain.merge(company, revision, Math::max);
        }
        return found;
    }
}
