package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** {@code directory.closure}: the groups nested in each company's group, that group aside. */
@ApplicationScoped
public class Closure {

    private static final String ADD =
            """
            INSERT INTO directory.closure AS c (company_id, group_id, tenant_id, epoch, counter)
            SELECT ?, g, ?, ?, ? FROM unnest(?) AS g
            ON CONFLICT (company_id, group_id) DO UPDATE
                SET tenant_id = excluded.tenant_id, epoch = excluded.epoch, counter = excluded.counter
            """;

    private static final String PRUNE =
            "DELETE FROM directory.closure WHERE company_id = ? AND (epoch, counter) < (?, ?)";

    private static final String COMPANIES =
            "SELECT company_id FROM directory.closure WHERE tenant_id = ? AND group_id = ?";

    private static final String AMONG =
            "SELECT DISTINCT group_id FROM directory.closure"
                    + " WHERE tenant_id = ? AND group_id = ANY (?)";

    public void add(
            Connection connection,
            CompanyId company,
            EntraTenantId tenant,
            Collection<EntraObjectId> groups,
            Version version)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setLong(1, company.value());
            add.setObject(2, tenant.value());
            add.setLong(3, version.epoch());
            add.setLong(4, version.counter());
            new ArrayColumns<>(connection, add, new HashSet<>(groups))
                    .bind(5, "uuid", EntraObjectId::value);
            add.executeUpdate();
        }
    }

    /** Groups that a complete listing since that version has not found are nested no more. */
    public void prune(Connection connection, CompanyId company, Version since) throws SQLException {
        try (PreparedStatement prune = connection.prepareStatement(PRUNE)) {
            prune.setLong(1, company.value());
            prune.setLong(2, since.epoch());
            prune.setLong(3, since.counter());
            prune.executeUpdate();
        }
    }

    /** Companies in whose group this one is nested. */
    public Set<CompanyId> companies(
            Connection connection, EntraTenantId tenant, EntraObjectId group) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(COMPANIES)) {
            find.setObject(1, tenant.value());
            find.setObject(2, group.value());
            Set<CompanyId> found = new HashSet<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.add(new CompanyId(rows.getLong(1)));
                }
            }
            return found;
        }
    }

    /** Every group nested in the company's. */
    public Set<EntraObjectId> nestedIn(Connection connection, CompanyId company)
            throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT group_id FROM directory.closure WHERE company_id = ?")) {
            find.setLong(1, company.value());
            return groups(find);
        }
    }

    /** Every group nested in a group of the tenant's companies. */
    public Set<EntraObjectId> groups(Connection connection, EntraTenantId tenant)
            throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT DISTINCT group_id FROM directory.closure WHERE tenant_id = ?")) {
            find.setObject(1, tenant.value());
            return groups(find);
        }
    }

    /** Those of the objects that are nested groups. */
    public Set<EntraObjectId> among(
            Connection connection, EntraTenantId tenant, Collection<EntraObjectId> objects)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(AMONG)) {
            find.setObject(1, tenant.value());
            new ArrayColumns<>(connection, find, objects).bind(2, "uuid", EntraObjectId::value);
            return groups(find);
        }
    }

    private static Set<EntraObjectId> groups(PreparedStatement find) throws SQLException {
        Set<EntraObjectId> found = new HashSet<>();
        try (ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                found.add(new EntraObjectId(rows.getObject(1, UUID.class)));
            }
        }
        return found;
    }
}
