package com.learnamp.entra.photo.queue;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.photo.store.PhotoTransactions;
import com.learnamp.entra.photo.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The table {@code provisioning.photo_lookups}: one row for each person, whatever was asked how
 * often. A claim runs out by itself, so that a killed process leaves nothing behind.
 */
@ApplicationScoped
public class PhotoQueue {

    /** Nobody's whose company stands still: a photo is read and written at once. */
    private static final String FREE =
            "(claimed_until IS NULL OR claimed_until < now()) AND NOT learnamp.is_paused(company_id,"
                    + " NULL, CASE WHEN bulk THEN 'bulk' ELSE 'live' END)";

    private static final String TENANTS =
            "SELECT DISTINCT tenant_id FROM provisioning.photo_lookups WHERE due_at <= now() AND "
                    + FREE;

    /** Once one is due, those that may come early fill the batch. */
    private static final String CLAIM =
            """
            UPDATE provisioning.photo_lookups AS queued
            SET claimed_until = now() + make_interval(secs => ?), attempts = queued.attempts + 1
            FROM (SELECT company_id, object_id FROM provisioning.photo_lookups
                  WHERE tenant_id = ? AND (due_at <= now() OR early) AND %1$s
                    AND (? OR EXISTS (SELECT FROM provisioning.photo_lookups
                                      WHERE tenant_id = ? AND due_at <= now() AND %1$s))
                  ORDER BY bulk, due_at LIMIT ? FOR UPDATE SKIP LOCKED) AS due
            WHERE queued.company_id = due.company_id AND queued.object_id = due.object_id
            RETURNING queued.*
            """
                    .formatted(FREE);

    private static final String DONE =
            "DELETE FROM provisioning.photo_lookups WHERE company_id = ? AND object_id = ? AND generation = ?";

    /** What was asked meanwhile is due at once. */
    private static final String RELEASE =
            """
            UPDATE provisioning.photo_lookups
            SET claimed_until = NULL,
                early = CASE WHEN generation = ? THEN false ELSE early END,
                due_at = CASE WHEN generation = ? THEN now() + make_interval(secs => ?) ELSE due_at END
            WHERE company_id = ? AND object_id = ?
            """;

    private final PhotoTransactions transactions;

    PhotoQueue(PhotoTransactions transactions) {
        this.transactions = transactions;
    }

    public List<UUID> tenantsWithDueLookups() {
        return transactions.onQueue(connection -> {
            List<UUID> tenants = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(TENANTS);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tenants.add(rows.getObject(1, UUID.class));
                }
            }
            return tenants;
        });
    }

    /**
     * Takes rows of a tenant, what somebody waits for first; nobody else gets them meanwhile.
     *
     * @param filling whether they fill a batch that goes anyway; else none is taken while none is
     *     due
     */
    public List<PhotoLookup> claim(UUID tenant, int most, Duration claim, boolean filling) {
        return transactions.onQueue(connection -> {
            List<PhotoLookup> claimed = new ArrayList<>();
            try (PreparedStatement query =
                            Sql.prepare(
                                    connection,
                                    CLAIM,
                                    (double) claim.toSeconds(),
                                    tenant,
                                    filling,
                                    tenant,
                                    most);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    claimed.add(lookup(rows));
                }
            }
            return claimed;
        });
    }

    /** Done, unless something newer was asked meanwhile, which is then due at once. */
    public void done(Collection<PhotoLookup> lookups) {
        if (!lookups.isEmpty()) {
            transactions.onQueue(connection -> {
                done(connection, lookups);
                return true;
            });
        }
    }

    /** In the transaction that writes what came of them, so that each is counted once. */
    public void done(Connection connection, Collection<PhotoLookup> lookups) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DONE)) {
            for (PhotoLookup lookup : inOneOrder(lookups)) {
                delete.setLong(1, lookup.company().value());
                delete.setObject(2, lookup.user().value());
                delete.setLong(3, lookup.generation());
                delete.addBatch();
            }
            delete.executeBatch();
        }
        release(connection, lookups, Duration.ZERO);
    }

    /** Gives rows back, to be claimed again after a pause. */
    public void release(Collection<PhotoLookup> lookups, Duration pause) {
        if (!lookups.isEmpty()) {
            transactions.onQueue(connection -> {
                release(connection, lookups, pause);
                return true;
            });
        }
    }

    private static void release(
            Connection connection, Collection<PhotoLookup> lookups, Duration pause)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            for (PhotoLookup lookup : inOneOrder(lookups)) {
                update.setLong(1, lookup.generation());
                update.setLong(2, lookup.generation());
                update.setDouble(3, pause.toMillis() / 1000.0);
                update.setLong(4, lookup.company().value());
                update.setObject(5, lookup.user().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** The same as when commands come in, so that the two never wait for each other in a circle. */
    private static List<PhotoLookup> inOneOrder(Collection<PhotoLookup> lookups) {
        return lookups.stream()
                .sorted(
                        Comparator.comparing(
                                lookup -> RecordKey.of(lookup.company(), lookup.user()).text()))
                .toList();
    }

    private static PhotoLookup lookup(ResultSet row) throws SQLException {
        OffsetDateTime noticed = row.getObject("noticed_at", OffsetDateTime.class);
        return new PhotoLookup(
                new CompanyId(row.getLong("company_id")),
                new EntraObjectId(row.getObject("object_id", UUID.class)),
                row.getObject("tenant_id", UUID.class),
                PhotoLookup.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                new Version(row.getLong("epoch"), row.getLong("counter")),
                row.getString("cause"),
                row.getObject("run_id", UUID.class),
                noticed == null ? null : noticed.toInstant(),
                row.getBoolean("afresh"),
                row.getLong("generation"),
                row.getInt("attempts"),
                row.getString("trace"));
    }
}
