package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code directory.delta_links}. */
@ApplicationScoped
class DeltaLinks {

    private static final String FIND =
            "SELECT resource, link, groups, followed_at FROM directory.delta_links"
                    + " WHERE tenant_id = ?";

    private static final String ADD =
            """
            INSERT INTO directory.delta_links (tenant_id, resource, link, groups, followed_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String KEEP =
            """
            INSERT INTO directory.delta_links (tenant_id, resource, link, groups, followed_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, resource) DO UPDATE
                SET link = excluded.link, groups = excluded.groups, followed_at = excluded.followed_at
            """;

    List<Link> find(Connection connection, EntraTenantId tenant) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, tenant.value());
            List<Link> links = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    Set<EntraObjectId> groups =
                            Stream.of((UUID[]) rows.getArray(3).getArray())
                                    .map(EntraObjectId::new)
                                    .collect(Collectors.toSet());
                    links.add(
                            new Link(
                                    rows.getString(1),
                                    rows.getString(2),
                                    groups,
                                    rows.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
            return links;
        }
    }

    /** A new one, unless there is an older one by now: the older one tells more. */
    void add(Connection connection, EntraTenantId tenant, Link link) throws SQLException {
        write(connection, ADD, tenant, link);
    }

    void keep(Connection connection, EntraTenantId tenant, Link link) throws SQLException {
        write(connection, KEEP, tenant, link);
    }

    private static void write(
            Connection connection, String statement, EntraTenantId tenant, Link link)
            throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(statement)) {
            keep.setObject(1, tenant.value());
            keep.setString(2, link.name());
            keep.setString(3, link.address());
            new ArrayColumns<>(connection, keep, link.groups())
                    .bind(4, "uuid", EntraObjectId::value);
            keep.setObject(5, link.followedAt().atOffset(ZoneOffset.UTC));
            keep.executeUpdate();
        }
    }

    void forget(Connection connection, EntraTenantId tenant, String name) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM directory.delta_links WHERE tenant_id = ? AND resource = ?")) {
            forget.setObject(1, tenant.value());
            forget.setString(2, name);
            forget.executeUpdate();
        }
    }
}
