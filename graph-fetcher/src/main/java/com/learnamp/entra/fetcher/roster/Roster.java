package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code directory.roster}. Every statement is set-based; older versions never replace newer ones.
 */
@ApplicationScoped
public class Roster {

    private static final String FIND =
            """
            SELECT company_id, object_id, group_id, state, epoch, counter, revision,
                   encode(content_hash, 'hex'), encode(previous_hash, 'hex'), changed_at, live_read_at
            FROM directory.roster WHERE tenant_id = ? AND object_id = ANY (?)
            """;

    private static final String WRITE =
            """
            INSERT INTO directory.roster AS r (company_id, object_id, tenant_id, group_id, state, epoch, counter,
                revision, content_hash, manager_id, changed_at, live_read_at, departed_at)
            SELECT company, object, ?, grp, state, epoch, counter, revision, decode(hash, 'hex'), manager, at,
                   CASE WHEN live THEN at END, CASE WHEN state = 'departed' THEN at END
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS w (company, object, grp, state, epoch, counter, revision, hash, manager, at, live)
            ORDER BY company, object
            ON CONFLICT (company_id, object_id) DO UPDATE
                SET tenant_id = excluded.tenant_id, group_id = excluded.group_id, state = excluded.state,
                    epoch = excluded.epoch, counter = excluded.counter, revision = excluded.revision,
                    content_hash = excluded.content_hash, manager_id = excluded.manager_id,
                    former_manager_id = CASE WHEN excluded.manager_id IS NULL
                                             THEN coalesce(r.manager_id, r.former_manager_id) END,
                    previous_hash = CASE WHEN r.content_hash = excluded.content_hash THEN r.previous_hash
                                         ELSE r.content_hash END,
                    changed_at = CASE WHEN r.content_hash = excluded.content_hash AND r.state = excluded.state
                                      THEN r.changed_at ELSE excluded.changed_at END,
                    live_read_at = coalesce(excluded.live_read_at, r.live_read_at),
                    departed_at = CASE WHEN excluded.state = 'departed'
                                       THEN coalesce(r.departed_at, excluded.departed_at) END
                WHERE (r.epoch, r.counter) < (excluded.epoch, excluded.counter)
            RETURNING company_id, object_id
            """;

    // Of the bin: nobody is told, but a later hint about one of them is not one about a stranger.
    private static final String REMEMBER =
            """
            INSERT INTO directory.roster (company_id, object_id, tenant_id, group_id, state, epoch, counter,
                revision, content_hash, changed_at, departed_at)
            SELECT ?, object, ?, ?, 'departed', ?, ?, ?, ''::bytea, ?, ? FROM unnest(?) AS object
            ON CONFLICT DO NOTHING
            """;

    private static final String REPORTS =
            """
            SELECT object_id FROM directory.roster
            WHERE tenant_id = ? AND manager_id = ANY (?) AND state = 'in_scope'
            UNION SELECT object_id FROM directory.roster
            WHERE tenant_id = ? AND former_manager_id = ANY (?) AND state = 'in_scope'
            """;

    private static final String FORMER_REPORTS =
            "SELECT object_id FROM directory.roster WHERE tenant_id = ?"
                    + " AND former_manager_id = ANY (?) AND changed_at > ? AND state = 'in_scope'";

    private static final String UNSEEN =
            """
            SELECT object_id FROM directory.roster
            WHERE company_id = ? AND group_id = ? AND state = 'in_scope' AND (epoch, counter) < (?, ?)
              AND object_id > ?
            ORDER BY object_id LIMIT ?
            """;

    /** Before the first object id. */
    public static final EntraObjectId START = new EntraObjectId(new UUID(0, 0));

    public Map<RosterKey, RosterEntry> find(
            Connection connection, EntraTenantId tenant, Collection<EntraObjectId> objects)
            throws SQLException {
        Map<RosterKey, RosterEntry> found = new HashMap<>();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, tenant.value());
            find.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", objects.stream().map(EntraObjectId::value).toArray()));
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    RosterEntry entry = entry(rows);
                    found.put(entry.key(), entry);
                }
            }
        }
        return found;
    }

    /**
     * @return whom it was applied to; for the others the roster knows something newer
     */
    public Set<RosterKey> write(
            Connection connection, EntraTenantId tenant, List<RosterWrite> writes)
            throws SQLException {
        Set<RosterKey> applied = new HashSet<>();
        if (writes.isEmpty()) {
            return applied;
        }
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            bind(connection, write, tenant, writes);
            try (ResultSet rows = write.executeQuery()) {
                while (rows.next()) {
                    applied.add(key(rows));
                }
            }
        }
        return applied;
    }

    /**
     * People in the bin of whom the company was never told: when one is restored, only a hint says
     * so.
     */
    public void remember(
            Connection connection,
            IntegrationSettings company,
            Collection<EntraObjectId> deleted,
            Version version,
            Instant now)
            throws SQLException {
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setLong(1, company.company().value());
            remember.setObject(2, company.tenant().value());
            remember.setObject(3, company.group().value());
            remember.setLong(4, version.epoch());
            remember.setLong(5, version.counter());
            remember.setLong(6, company.revision());
            remember.setObject(7, now.atOffset(ZoneOffset.UTC));
            remember.setObject(8, now.atOffset(ZoneOffset.UTC));
            new ArrayColumns<>(connection, remember, deleted).bind(9, "uuid", EntraObjectId::value);
            remember.executeUpdate();
        }
    }

    /** People in scope whose manager is or was one of these. */
    public List<EntraObjectId> reports(
            Connection connection, EntraTenantId tenant, Collection<EntraObjectId> managers)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(REPORTS)) {
            find.setObject(1, tenant.value());
            find.setObject(3, tenant.value());
            new ArrayColumns<>(connection, find, managers)
                    .bind(2, "uuid", EntraObjectId::value)
                    .bind(4, "uuid", EntraObjectId::value);
            return objects(find);
        }
    }

    /** People in scope who have lately lost one of these as their manager. */
    public List<EntraObjectId> formerReports(
            Connection connection,
            EntraTenantId tenant,
            Collection<EntraObjectId> managers,
            Instant since)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FORMER_REPORTS)) {
            find.setObject(1, tenant.value());
            new ArrayColumns<>(connection, find, managers).bind(2, "uuid", EntraObjectId::value);
            find.setObject(3, since.atOffset(ZoneOffset.UTC));
            return objects(find);
        }
    }

    /** In scope by this group, but not told of since that version. */
    public List<EntraObjectId> unseen(
            Connection connection,
            CompanyId company,
            EntraObjectId group,
            Version since,
            EntraObjectId after,
            int most)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(UNSEEN)) {
            find.setLong(1, company.value());
            find.setObject(2, group.value());
            find.setLong(3, since.epoch());
            find.setLong(4, since.counter());
            find.setObject(5, after.value());
            find.setInt(6, most);
            return objects(find);
        }
    }

    /** How many are in scope by this group. */
    public int count(Connection connection, CompanyId company, EntraObjectId group)
            throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement(
                        "SELECT count(*) FROM directory.roster"
                                + " WHERE company_id = ? AND group_id = ? AND state = 'in_scope'")) {
            count.setLong(1, company.value());
            count.setObject(2, group.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Of a group that is no longer the company's: forgotten, and nobody is a leaver by it. */
    public int retire(Connection connection, CompanyId company, EntraObjectId group)
            throws SQLException {
        try (PreparedStatement retire =
                connection.prepareStatement(
                        "DELETE FROM directory.roster WHERE company_id = ? AND group_id <> ?")) {
            retire.setLong(1, company.value());
            retire.setObject(2, group.value());
            return retire.executeUpdate();
        }
    }

    public int forgetDeparted(Connection connection, EntraTenantId tenant, Instant before)
            throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM directory.roster"
                                + " WHERE tenant_id = ? AND state = 'departed' AND departed_at < ?")) {
            forget.setObject(1, tenant.value());
            forget.setObject(2, before.atOffset(ZoneOffset.UTC));
            return forget.executeUpdate();
        }
    }

    private static List<EntraObjectId> objects(PreparedStatement find) throws SQLException {
        List<EntraObjectId> found = new ArrayList<>();
        try (ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                found.add(new EntraObjectId(rows.getObject(1, UUID.class)));
            }
        }
        return found;
    }

    private static void bind(
            Connection connection,
            PreparedStatement write,
            EntraTenantId tenant,
            List<RosterWrite> writes)
            throws SQLException {
        write.setObject(1, tenant.value());
        new ArrayColumns<>(connection, write, writes)
                .bind(2, "bigint", row -> row.key().company().value())
                .bind(3, "uuid", row -> row.key().object().value())
                .bind(4, "uuid", row -> row.group().value())
                .bind(5, "text", row -> name(row.state()))
                .bind(6, "bigint", row -> row.version().epoch())
                .bind(7, "bigint", row -> row.version().counter())
                .bind(8, "bigint", RosterWrite::revision)
                .bind(9, "text", row -> row.hash().hex())
                .bind(10, "uuid", row -> row.manager() == null ? null : row.manager().value())
                .bind(11, "timestamptz", RosterWrite::at)
                .bind(12, "boolean", RosterWrite::live);
    }

    private static RosterEntry entry(ResultSet row) throws SQLException {
        return new RosterEntry(
                key(row),
                new EntraObjectId(row.getObject(3, UUID.class)),
                RosterEntry.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                new Version(row.getLong(5), row.getLong(6)),
                row.getLong(7),
                new ContentHash(row.getString(8)),
                hash(row.getString(9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                instant(row.getObject(11, OffsetDateTime.class)));
    }

    private static RosterKey key(ResultSet row) throws SQLException {
        return new RosterKey(
                new CompanyId(row.getLong(1)), new EntraObjectId(row.getObject(2, UUID.class)));
    }

    private static @Nullable ContentHash hash(@Nullable String hex) {
        return hex == null ? null : new ContentHash(hex);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String name(RosterEntry.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
