package com.learnamp.entra.fetcher.lease;

import com.learnamp.entra.contracts.EntraTenantId;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code directory.tenant_lease}, as one process sees it. */
@ApplicationScoped
public class TenantLeases {

    // Also survives a restored database: a new owner's epoch is never below the clock's
    // milliseconds.
    private static final String CLAIM =
            """
            INSERT INTO directory.tenant_lease AS l (tenant_id, owner, epoch, expires_at)
            SELECT t, ?, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint,
                   clock_timestamp() + ? * interval '1 millisecond'
            FROM unnest(?) AS t
            ON CONFLICT (tenant_id) DO UPDATE
                SET owner = excluded.owner,
                    epoch = greatest(l.epoch + 1, excluded.epoch),
                    expires_at = excluded.expires_at
                WHERE l.expires_at <= clock_timestamp()
            RETURNING tenant_id, epoch
            """;

    // A row that a transaction of ours is just checking is renewed in the next tick.
    private static final String RENEW =
            """
            WITH mine AS (
                SELECT l.tenant_id FROM directory.tenant_lease l
                JOIN unnest(?, ?) AS held (tenant_id, epoch) USING (tenant_id, epoch)
                WHERE l.owner = ?
                FOR NO KEY UPDATE OF l SKIP LOCKED)
            UPDATE directory.tenant_lease l
            SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
            FROM mine WHERE l.tenant_id = mine.tenant_id
            RETURNING l.tenant_id
            """;

    private static final String RELEASE =
            "UPDATE directory.tenant_lease SET expires_at = clock_timestamp()"
                    + " WHERE tenant_id = ? AND epoch = ? AND owner = ?";

    private static final String SEEN =
            """
            INSERT INTO directory.replica (owner, seen_at) VALUES (?, clock_timestamp())
            ON CONFLICT (owner) DO UPDATE SET seen_at = excluded.seen_at
            """;

    private static final String ALIVE =
            "SELECT count(*) FROM directory.replica"
                    + " WHERE seen_at > clock_timestamp() - ? * interval '1 millisecond'";

    private static final String FORGET =
            "DELETE FROM directory.replica"
                    + " WHERE owner = ? OR seen_at < clock_timestamp() - interval '1 minute'";

    private final DirectoryStore store;
    private final Duration duration;
    private final UUID owner;

    /** On connections of its own: however busy the tenants' threads are, leases are renewed. */
    @Inject
    TenantLeases(@DataSource("leases") javax.sql.DataSource source, LeaseConfig config) {
        this(new DirectoryStore(source), config.duration(), UUID.randomUUID());
    }

    TenantLeases(DirectoryStore store, Duration duration, UUID owner) {
        this.store = store;
        this.duration = duration;
        this.owner = owner;
    }

    /** Those of the tenants that nobody owns are ours now, under new epochs. */
    public List<Lease> claim(Collection<EntraTenantId> tenants) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        long until = System.nanoTime() + duration.toNanos();
        return store.transaction(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setObject(1, owner);
                claim.setLong(2, duration.toMillis());
                claim.setArray(3, connection.createArrayOf("uuid", ids(tenants)));
                List<Lease> claimed = new ArrayList<>();
                try (ResultSet rows = claim.executeQuery()) {
                    while (rows.next()) {
                        EntraTenantId tenant = new EntraTenantId(rows.getObject(1, UUID.class));
                        claimed.add(new Lease(tenant, rows.getLong(2), until));
                    }
                }
                return claimed;
            }
        });
    }

    /** Prolongs those that are still ours; for the others their own deadline comes. */
    public void renew(Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return;
        }
        Map<UUID, Lease> byTenant = new HashMap<>();
        leases.forEach(lease -> byTenant.put(lease.tenant().value(), lease));
        Object[] tenants = byTenant.keySet().toArray();
        Object[] epochs = byTenant.values().stream().map(Lease::epoch).toArray();
        long until = System.nanoTime() + duration.toNanos();
        Set<UUID> renewed =
                store.transaction(connection -> {
                    try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
                        renew.setArray(1, connection.createArrayOf("uuid", tenants));
                        renew.setArray(2, connection.createArrayOf("bigint", epochs));
                        renew.setObject(3, owner);
                        renew.setLong(4, duration.toMillis());
                        Set<UUID> ours = new HashSet<>();
                        try (ResultSet rows = renew.executeQuery()) {
                            while (rows.next()) {
                                ours.add(rows.getObject(1, UUID.class));
                            }
                        }
                        return ours;
                    }
                });
        for (Lease lease : leases) {
            if (renewed.contains(lease.tenant().value())) {
                lease.renew(until);
            }
        }
    }

    /** Says that this process is alive. How many are, this one too. */
    public int alive() {
        return store.transaction(connection -> {
            try (PreparedStatement seen = connection.prepareStatement(SEEN);
                    PreparedStatement count = connection.prepareStatement(ALIVE)) {
                seen.setObject(1, owner);
                seen.executeUpdate();
                count.setLong(1, duration.toMillis());
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return Math.max(1, row.getInt(1));
                }
            }
        });
    }

    /** This process takes no share any more. */
    public void leave() {
        store.transaction(connection -> {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setObject(1, owner);
                return forget.executeUpdate();
            }
        });
    }

    /** Ours no more, at once, so that nobody waits for it to run out. */
    public void release(Lease lease) {
        lease.lose();
        store.transaction(connection -> {
            try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
                release.setObject(1, lease.tenant().value());
                release.setLong(2, lease.epoch());
                release.setObject(3, owner);
                return release.executeUpdate();
            }
        });
    }

    private static Object[] ids(Collection<EntraTenantId> tenants) {
        return tenants.stream().map(EntraTenantId::value).toArray();
    }
}
