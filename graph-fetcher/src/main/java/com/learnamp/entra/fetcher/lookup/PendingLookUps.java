package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import com.learnamp.entra.messaging.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code directory.pending_lookup}. */
@ApplicationScoped
public class PendingLookUps {

    /** How long the queue is, and how old its oldest work that is due. */
    public record Backlog(long length, double oldestSeconds) {}

    // A hint about somebody whom no company knows is dropped here, at no cost, unless a listing is
    // under way, which may be about to make him known. Whoever is known or asked about is a person,
    // and is not asked for his type: of somebody deleted Graph would not say it any more. An
    // admin's
    // cause outlasts any other: of a photo nothing else is a reason to look again.
    private static final String ADD =
            """
            INSERT INTO directory.pending_lookup AS p
                (tenant_id, object_id, kind, due_at, asked_by, cause, noticed_at, trace)
            SELECT h.tenant, h.object,
                   CASE WHEN bool_or(h.kind = 'joiner' OR h.company IS NOT NULL)
                             OR EXISTS (SELECT FROM directory.roster r
                                        WHERE r.tenant_id = h.tenant AND r.object_id = h.object) THEN 'joiner'
                        WHEN bool_or(h.kind = 'untyped') THEN 'untyped'
                        ELSE 'user' END,
                   min(h.due), coalesce(array_agg(DISTINCT h.company) FILTER (WHERE h.company IS NOT NULL), '{}'),
                   (array_agg(h.cause ORDER BY h.cause <> 'admin', h.noticed))[1], min(h.noticed),
                   (array_agg(h.trace ORDER BY h.noticed) FILTER (WHERE h.trace IS NOT NULL))[1]
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS h (tenant, object, kind, due, company, cause, noticed, trace)
            WHERE h.kind <> 'user' OR h.company IS NOT NULL
               OR EXISTS (SELECT FROM directory.roster r WHERE r.tenant_id = h.tenant AND r.object_id = h.object)
               OR EXISTS (SELECT FROM directory.listings l
                          WHERE l.tenant_id = h.tenant AND l.state IN ('listing', 'checking_leavers'))
            GROUP BY h.tenant, h.object
            ORDER BY h.tenant, h.object
            ON CONFLICT (tenant_id, object_id) DO UPDATE
                SET generation = p.generation + 1,
                    kind = CASE WHEN p.kind = 'user' OR excluded.kind = 'joiner' THEN excluded.kind ELSE p.kind END,
                    due_at = least(p.due_at, excluded.due_at),
                    asked_by = ARRAY(SELECT DISTINCT unnest(p.asked_by || excluded.asked_by)),
                    cause = CASE WHEN excluded.cause = 'admin' OR p.cause IN ('recheck', 'delta')
                                      OR (p.rereads > 0 AND excluded.cause <> 'delta')
                                 THEN excluded.cause ELSE p.cause END,
                    noticed_at = CASE WHEN p.rereads > 0 THEN excluded.noticed_at
                                      ELSE least(p.noticed_at, excluded.noticed_at) END,
                    trace = CASE WHEN p.rereads > 0 THEN excluded.trace ELSE coalesce(p.trace, excluded.trace) END,
                    rereads = CASE WHEN p.cause = 'notification' AND excluded.cause = 'delta' THEN p.rereads ELSE 0 END
            """;

    private static final String DUE =
            """
            SELECT object_id, kind, generation, rereads, attempts, taken, asked_by, cause, noticed_at, trace
            FROM directory.pending_lookup
            WHERE tenant_id = ? AND due_at <= ? AND (kind = 'untyped') = ?
            ORDER BY due_at LIMIT ?
            """;

    private static final String DONE =
            "DELETE FROM directory.pending_lookup p USING unnest(?, ?) AS d (object, generation)"
                    + " WHERE p.tenant_id = ? AND p.object_id = d.object AND p.generation ="
                    + " d.generation";

    // A hint that came meanwhile keeps its own due time.
    private static final String LATER =
            """
            UPDATE directory.pending_lookup p
            SET due_at = ?, rereads = p.rereads + ?, attempts = CASE WHEN ? THEN p.attempts + 1 ELSE 0 END
            WHERE p.tenant_id = ? AND p.object_id = ? AND p.generation = ?
            """;

    private static final String TAKE =
            "UPDATE directory.pending_lookup SET taken = true"
                    + " WHERE tenant_id = ? AND object_id = ANY (?) AND NOT taken";

    // Whatever becomes of it, and however many hints have come meanwhile: it was written down.
    private static final String RELEASE =
            """
            UPDATE directory.pending_lookup p SET taken = r.interrupted
            FROM unnest(?, ?) AS r (object, interrupted)
            WHERE p.tenant_id = ? AND p.object_id = r.object AND p.taken <> r.interrupted
            """;

    private static final String TYPED =
            "UPDATE directory.pending_lookup SET kind = 'joiner'"
                    + " WHERE tenant_id = ? AND object_id = ANY (?) AND kind = 'untyped'";

    private static final String DUE_TENANTS =
            """
            SELECT t FROM unnest(?) AS t
            WHERE EXISTS (SELECT FROM directory.pending_lookup p WHERE p.tenant_id = t AND p.due_at <= ?)
            """;

    // Whom nobody asked about, and of whom nothing may have been told without being written down.
    private static final String DUE_BY_HINT =
            """
             FROM directory.pending_lookup
            WHERE tenant_id = ? AND due_at <= ? AND kind <> 'untyped' AND asked_by = '{}' AND NOT taken
            """;

    private static final String BACKLOG =
            "SELECT count(*), coalesce(extract(epoch FROM ?::timestamptz - min(due_at) FILTER"
                    + " (WHERE due_at <= ?)), 0) FROM directory.pending_lookup";

    /**
     * @return how many people were queued; the rest of them are strangers
     */
    public int add(Connection connection, Collection<Hint> hints) throws SQLException {
        if (hints.isEmpty()) {
            return 0;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            new ArrayColumns<>(connection, add, hints)
                    .bind(1, "uuid", hint -> hint.tenant().value())
                    .bind(2, "uuid", hint -> hint.object().value())
                    .bind(3, "text", hint -> lower(hint.kind()))
                    .bind(4, "timestamptz", Hint::dueAt)
                    .bind(5, "bigint", PendingLookUps::company)
                    .bind(6, "text", hint -> lower(hint.cause()))
                    .bind(7, "timestamptz", Hint::noticedAt)
                    .bind(8, "text", hint -> Traces.of(hint.object().toString()));
            return add.executeUpdate();
        }
    }

    List<PendingLookUp> due(Connection connection, EntraTenantId tenant, Instant now, int most)
            throws SQLException {
        return due(connection, tenant, now, false, most);
    }

    List<PendingLookUp> dueUntyped(
            Connection connection, EntraTenantId tenant, Instant now, int most)
            throws SQLException {
        return due(connection, tenant, now, true, most);
    }

    /** From now on until they are settled, what is read of them may be told. */
    void take(Connection connection, EntraTenantId tenant, Collection<PendingLookUp> rows)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, tenant.value());
            new ArrayColumns<>(connection, take, rows).bind(2, "uuid", row -> row.object().value());
            take.executeUpdate();
        }
    }

    /** Carries out a row's fate, unless a newer hint has come. */
    void settle(Connection connection, EntraTenantId tenant, Map<PendingLookUp, Fate> fates)
            throws SQLException {
        release(connection, tenant, fates);
        List<PendingLookUp> done = new ArrayList<>();
        for (Map.Entry<PendingLookUp, Fate> fate : fates.entrySet()) {
            switch (fate.getValue()) {
                case Fate.Done nothingMore -> done.add(fate.getKey());
                case Fate.ReadAgain again ->
                        later(connection, tenant, fate.getKey(), again.at(), false);
                case Fate.TryLater later ->
                        later(connection, tenant, fate.getKey(), later.at(), true);
            }
        }
        try (PreparedStatement delete = connection.prepareStatement(DONE)) {
            new ArrayColumns<>(connection, delete, done)
                    .bind(1, "uuid", row -> row.object().value())
                    .bind(2, "bigint", PendingLookUp::generation);
            delete.setObject(3, tenant.value());
            delete.executeUpdate();
        }
    }

    private static void release(
            Connection connection, EntraTenantId tenant, Map<PendingLookUp, Fate> fates)
            throws SQLException {
        try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            new ArrayColumns<>(connection, release, fates.entrySet())
                    .bind(1, "uuid", fate -> fate.getKey().object().value())
                    .bind(2, "boolean", PendingLookUps::staysInterrupted);
            release.setObject(3, tenant.value());
            release.executeUpdate();
        }
    }

    /** What may have been told is answered only by a reading after which nothing is open. */
    private static boolean staysInterrupted(Map.Entry<PendingLookUp, Fate> fate) {
        return fate.getKey().interrupted() && !(fate.getValue() instanceof Fate.Done);
    }

    /** How many are due by hints alone. */
    int countDue(Connection connection, EntraTenantId tenant, Instant now) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*)" + DUE_BY_HINT)) {
            count.setObject(1, tenant.value());
            count.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** A listing tells of them. */
    int dropDue(Connection connection, EntraTenantId tenant, Instant now) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("DELETE" + DUE_BY_HINT)) {
            drop.setObject(1, tenant.value());
            drop.setObject(2, now.atOffset(ZoneOffset.UTC));
            return drop.executeUpdate();
        }
    }

    /** Those of the people who wait to be looked up. */
    public Set<EntraObjectId> among(
            Connection connection, EntraTenantId tenant, Collection<EntraObjectId> people)
            throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT object_id FROM directory.pending_lookup"
                                + " WHERE tenant_id = ? AND object_id = ANY (?)")) {
            find.setObject(1, tenant.value());
            new ArrayColumns<>(connection, find, people).bind(2, "uuid", EntraObjectId::value);
            Set<EntraObjectId> waiting = new HashSet<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new EntraObjectId(rows.getObject(1, UUID.class)));
                }
            }
            return waiting;
        }
    }

    /** Nobody of a tenant without an active company is looked at. */
    void forget(Connection connection, EntraTenantId tenant) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM directory.pending_lookup WHERE tenant_id = ?")) {
            forget.setObject(1, tenant.value());
            forget.executeUpdate();
        }
    }

    void typed(Connection connection, EntraTenantId tenant, Collection<EntraObjectId> users)
            throws SQLException {
        try (PreparedStatement typed = connection.prepareStatement(TYPED)) {
            typed.setObject(1, tenant.value());
            typed.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", users.stream().map(EntraObjectId::value).toArray()));
            typed.executeUpdate();
        }
    }

    /** Those of the tenants that have work now. */
    public List<EntraTenantId> dueTenants(
            Connection connection, Collection<EntraTenantId> tenants, Instant now)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(DUE_TENANTS)) {
            new ArrayColumns<>(connection, find, tenants).bind(1, "uuid", EntraTenantId::value);
            find.setObject(2, now.atOffset(ZoneOffset.UTC));
            List<EntraTenantId> due = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    due.add(new EntraTenantId(rows.getObject(1, UUID.class)));
                }
            }
            return due;
        }
    }

    public Backlog backlog(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(BACKLOG)) {
            count.setObject(1, now.atOffset(ZoneOffset.UTC));
            count.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Backlog(row.getLong(1), row.getDouble(2));
            }
        }
    }

    private static List<PendingLookUp> due(
            Connection connection, EntraTenantId tenant, Instant now, boolean untyped, int most)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(DUE)) {
            find.setObject(1, tenant.value());
            find.setObject(2, now.atOffset(ZoneOffset.UTC));
            find.setBoolean(3, untyped);
            find.setInt(4, most);
            List<PendingLookUp> due = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    due.add(pending(rows));
                }
            }
            return due;
        }
    }

    private static void later(
            Connection connection,
            EntraTenantId tenant,
            PendingLookUp row,
            Instant at,
            boolean failed)
            throws SQLException {
        try (PreparedStatement later = connection.prepareStatement(LATER)) {
            later.setObject(1, at.atOffset(ZoneOffset.UTC));
            later.setInt(2, failed ? 0 : 1);
            later.setBoolean(3, failed);
            later.setObject(4, tenant.value());
            later.setObject(5, row.object().value());
            later.setLong(6, row.generation());
            later.executeUpdate();
        }
    }

    private static PendingLookUp pending(ResultSet row) throws SQLException {
        return new PendingLookUp(
                new EntraObjectId(row.getObject(1, UUID.class)),
                Hint.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                row.getBoolean(6),
                companies(row.getArray(7)),
                Origin.Cause.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                instant(row.getObject(9, OffsetDateTime.class)),
                row.getString(10));
    }

    private static Set<CompanyId> companies(Array array) throws SQLException {
        return Stream.of((Long[]) array.getArray()).map(CompanyId::new).collect(Collectors.toSet());
    }

    private static @Nullable Object company(Hint hint) {
        return hint.askedBy() == null ? null : hint.askedBy().value();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
