package com.learnamp.entra.fetcher.lease;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.messaging.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The companies for which a tenant is read now: those that stand still are not among them. */
@ApplicationScoped
public class ReadableCompanies {

    private static final String PAUSED = "SELECT learnamp.is_paused(?, 'reads', 'live')";

    private final SettingsTable settings;
    private final DirectoryStore store;

    ReadableCompanies(SettingsTable settings, DirectoryStore store) {
        this.settings = settings;
        this.store = store;
    }

    /**
     * @param active those of the tenant that are followed at all
     * @param readable those of them that do not stand still
     */
    public record Companies(List<IntegrationSettings> active, List<IntegrationSettings> readable) {
        public Companies {
            active = List.copyOf(active);
            readable = List.copyOf(readable);
        }

        /** Those that are not read for now. */
        public List<IntegrationSettings> standingStill() {
            return active.stream().filter(company -> !readable.contains(company)).toList();
        }
    }

    public Companies of(EntraTenantId tenant) {
        List<IntegrationSettings> active =
                settings.ofTenant(tenant).stream()
                        .filter(company -> company.status() == IntegrationSettings.Status.ACTIVE)
                        .toList();
        return active.isEmpty()
                ? new Companies(active, active)
                : store.transaction(
                        connection -> new Companies(active, readable(connection, active)));
    }

    private static List<IntegrationSettings> readable(
            Connection connection, List<IntegrationSettings> active) throws SQLException {
        List<IntegrationSettings> readable = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(PAUSED)) {
            for (IntegrationSettings company : active) {
                ask.setLong(1, company.company().value());
                try (ResultSet row = ask.executeQuery()) {
                    if (row.next() && !row.getBoolean(1)) {
                        readable.add(company);
                    }
                }
            }
        }
        return readable;
    }
}
