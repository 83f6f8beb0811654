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
            "SELECT resource, link, groups, made_at, followed_at FROM directory.delta_links"
                    + " WHERE tenant_id = ?";

    private static final String ADD =
            """
            INSERT INTO directory.delta_links (tenant_id, resource, link, groups, made_at, followed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String KEEP =
            "UPDATE directory.delta_links SET link = ?, followed_at = ?"
                    + " WHERE tenant_id = ? AND resource = ?";

    private static final String RENEW =
            """
            INSERT INTO directory.delta_links (tenant_id, resource, link, groups, made_at, followed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, resource) DO UPDATE
                SET link = excluded.link, groups = excluded.groups, made_at = excluded.made_at,
                    followed_at = excluded.followed_at
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
                                    rows.getObject(4, OffsetDateTime.class).toInstant(),
                                    rows.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return links;
        }
    }

    /** A new one, unless there is an older one by now: the older one tells more. */
    void add(Connection connection, EntraTenantId tenant, Link link) throws SQLException {
        write(connection, ADD, tenant, link);
    }

    /** In place of one that had expired. */
    void renew(Connection connection, EntraTenantId tenant, Link link) throws SQLException {
        write(connection, RENEW, tenant, link);
    }

    /** How far it was followed. */
    void keep(Connection connection, EntraTenantId tenant, Link link) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, link.address());
            keep.setObject(2, link.followedAt().atOffset(ZoneOffset.UTC));
            keep.setObject(3, tenant.value());
            keep.setString(4, link.name());
            keep.executeUpdate();
        }
    }

    private static void write(
            Connection connection, String statement, EntraTenantId tenant, Link link)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(statement)) {
            write.setObject(1, tenant.value());
            write.setString(2, link.name());
            write.setString(3, link.address());
            new ArrayColumns<>(connection, write, link.groups())
                    .bind(4, "uuid", EntraObjectId::value);
            write.setObject(5, link.madeAt().atOffset(ZoneOffset.UTC));
            write.setObject(6, link.followedAt().atOffset(ZoneOffset.UTC));
            write.executeUpdate();
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
