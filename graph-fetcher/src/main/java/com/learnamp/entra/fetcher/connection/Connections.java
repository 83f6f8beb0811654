package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code directory.connections}: what the console tells about each company's connection. */
@ApplicationScoped
public class Connections {

    // Since says since when it stands like this; an unchanged row is touched once a minute.
    private static final String SET =
            """
            INSERT INTO directory.connections AS c
                (company_id, tenant_id, group_id, state, category, message, group_name, tenant_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id) DO UPDATE
                SET tenant_id = excluded.tenant_id, group_id = excluded.group_id, state = excluded.state,
                    category = excluded.category, message = excluded.message,
                    group_name = CASE WHEN c.group_id = excluded.group_id
                        THEN coalesce(excluded.group_name, c.group_name) ELSE excluded.group_name END,
                    tenant_name = CASE WHEN c.tenant_id = excluded.tenant_id
                        THEN coalesce(excluded.tenant_name, c.tenant_name) ELSE excluded.tenant_name END,
                    since = CASE WHEN c.state = excluded.state AND c.category IS NOT DISTINCT FROM excluded.category
                        THEN c.since ELSE now() END,
                    looked_at = now()
                WHERE c.looked_at < now() - interval '1 minute'
                   OR (c.tenant_id, c.group_id, c.state, c.category, c.message)
                      IS DISTINCT FROM (excluded.tenant_id, excluded.group_id, excluded.state, excluded.category,
                                        excluded.message)
            """;

    // A working token says nothing about a group that is gone, empty or far smaller than before.
    private static final String REACHED =
            """
            UPDATE directory.connections
            SET state = 'ok', category = NULL, message = NULL, since = now(), looked_at = now()
            WHERE tenant_id = ? AND state <> 'ok' AND category NOT LIKE 'GROUP\\_%'
            """;

    private static final String UNANNOUNCED =
            "UPDATE directory.connections SET unannounced = unannounced + ?, unannounced_at = ?"
                    + " WHERE company_id = ?";

    private static final String NOTICE =
            "UPDATE directory.connections SET notice = ?, unknown_attributes = ? WHERE tenant_id = ?"
                    + " AND (notice IS DISTINCT FROM ? OR unknown_attributes IS DISTINCT FROM ?)";

    private static final String TROUBLED =
            "SELECT company_id FROM directory.connections"
                    + " WHERE tenant_id = ? AND group_id = ? AND company_id = ? AND state = 'ok'";

    public static final List<String> STATES = List.of("ok", "stopped", "unreachable");

    /** How many companies there are in each of {@link #STATES}. */
    public Map<String, Long> byState(Connection connection) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT state, count(*) FROM directory.connections GROUP BY state");
                ResultSet rows = count.executeQuery()) {
            Map<String, Long> counts = new HashMap<>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    /** Everything is well, the group too. */
    public void ok(
            Connection connection,
            IntegrationSettings settings,
            @Nullable String groupName,
            @Nullable String tenantName)
            throws SQLException {
        set(connection, settings, null, groupName, tenantName);
    }

    public void troubled(Connection connection, IntegrationSettings settings, Trouble trouble)
            throws SQLException {
        set(connection, settings, trouble, null, null);
    }

    /** Graph has answered for this tenant. */
    public void reached(Connection connection, EntraTenantId tenant) throws SQLException {
        try (PreparedStatement reached = connection.prepareStatement(REACHED)) {
            reached.setObject(1, tenant.value());
            reached.executeUpdate();
        }
    }

    /** What was found although Microsoft has not announced it. */
    public void unannounced(Connection connection, CompanyId company, int changes, Instant now)
            throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(UNANNOUNCED)) {
            count.setInt(1, changes);
            count.setObject(2, now.atOffset(ZoneOffset.UTC));
            count.setLong(3, company.value());
            count.executeUpdate();
        }
    }

    /**
     * What an admin should know although everything works.
     *
     * @param notice null: nothing
     * @param unknown attributes that were asked for and that the tenant does not know
     */
    public void notice(
            Connection connection,
            EntraTenantId tenant,
            @Nullable String notice,
            Collection<String> unknown)
            throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(NOTICE)) {
            Array attributes = connection.createArrayOf("text", unknown.toArray());
            set.setString(1, notice);
            set.setArray(2, attributes);
            set.setObject(3, tenant.value());
            set.setString(4, notice);
            set.setArray(5, attributes);
            set.executeUpdate();
        }
    }

    /** Whether the company's connection was found to be well, with these settings. */
    public boolean isOk(Connection connection, IntegrationSettings settings) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(TROUBLED)) {
            find.setObject(1, settings.tenant().value());
            find.setObject(2, settings.group().value());
            find.setLong(3, settings.company().value());
            try (ResultSet rows = find.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Whose trouble is of that category. */
    public Set<CompanyId> withCategory(Connection connection, EntraTenantId tenant, String category)
            throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT company_id FROM directory.connections"
                                + " WHERE tenant_id = ? AND category = ?")) {
            find.setObject(1, tenant.value());
            find.setString(2, category);
            Set<CompanyId> found = new HashSet<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.add(new CompanyId(rows.getLong(1)));
                }
            }
            return found;
        }
    }

    private static void set(
            Connection connection,
            IntegrationSettings settings,
            @Nullable Trouble trouble,
            @Nullable String groupName,
            @Nullable String tenantName)
            throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setLong(1, settings.company().value());
            set.setObject(2, settings.tenant().value());
            set.setObject(3, settings.group().value());
            set.setString(4, state(trouble));
            set.setString(5, trouble == null ? null : trouble.category());
            set.setString(6, trouble == null ? null : trouble.message());
            set.setString(7, groupName);
            set.setString(8, tenantName);
            set.executeUpdate();
        }
    }

    private static String state(@Nullable Trouble trouble) {
        if (trouble == null) {
            return "ok";
        }
        return trouble.kind() == Trouble.Kind.UNREACHABLE ? "unreachable" : "stopped";
    }
}
