package com.learnamp.entra.photo.queue;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.photo.store.PhotoTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code provisioning.photo_lookups}: one row for each person, whatever was asked how
 * often. A claim runs out by itself, so that a killed process leaves nothing behind.
 */
@ApplicationScoped
public class PhotoQueue {

    private static final String ASK =
            """
            INSERT INTO provisioning.photo_lookups AS queued
                (company_id, object_id, tenant_id, action, epoch, counter, bulk, cause, run_id, noticed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id, object_id) DO UPDATE SET
                tenant_id = excluded.tenant_id, action = excluded.action,
                epoch = excluded.epoch, counter = excluded.counter,
                bulk = queued.bulk AND excluded.bulk,
                cause = excluded.cause, run_id = excluded.run_id, noticed_at = excluded.noticed_at,
                generation = queued.generation + 1, attempts = 0, due_at = now()
            WHERE (excluded.epoch, excluded.counter) > (queued.epoch, queued.counter)
            """;

    private static final String TENANTS =
            """
            SELECT DISTINCT tenant_id FROM provisioning.photo_lookups
            WHERE due_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
            """;

    private static final String CLAIM =
            """
            UPDATE provisioning.photo_lookups AS queued
            SET claimed_until = now() + make_interval(secs => ?), attempts = queued.attempts + 1
            FROM (SELECT company_id, object_id FROM provisioning.photo_lookups
                  WHERE tenant_id = ? AND due_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
                  ORDER BY bulk, due_at LIMIT ? FOR UPDATE SKIP LOCKED) AS due
            WHERE queued.company_id = due.company_id AND queued.object_id = due.object_id
            RETURNING queued.company_id, queued.object_id, queued.action, queued.epoch, queued.counter,
                      queued.cause, queued.run_id, queued.noticed_at, queued.generation, queued.attempts
            """;

    private static final String DONE =
            "DELETE FROM provisioning.photo_lookups WHERE company_id = ? AND object_id = ? AND generation = ?";

    private static final String RELEASE =
            """
            UPDATE provisioning.photo_lookups
            SET claimed_until = NULL, due_at = CASE WHEN generation = ? THEN now() + make_interval(secs => ?) ELSE due_at END
            WHERE company_id = ? AND object_id = ?
            """;

    private final PhotoTransactions transactions;

    PhotoQueue(PhotoTransactions transactions) {
        this.transactions = transactions;
    }

    /** Writes down what is asked; an older command than the one that waits changes nothing. */
    void ask(Collection<PhotoCommand> commands, Map<CompanyId, EntraTenantId> tenants) {
        transactions.onQueue(connection -> {
            try (PreparedStatement ask = connection.prepareStatement(ASK)) {
                for (PhotoCommand command : commands) {
                    bind(ask, command, tenants.get(command.company()));
                    ask.addBatch();
                }
                return ask.executeBatch();
            }
        });
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
     * Takes due rows of a tenant, what somebody waits for first; nobody else gets them meanwhile.
     */
    public List<PhotoLookup> claim(UUID tenant, int most, Duration claim) {
        return transactions.onQueue(connection -> {
            List<PhotoLookup> claimed = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(CLAIM)) {
                query.setDouble(1, (double) claim.toSeconds());
                query.setObject(2, tenant);
                query.setInt(3, most);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(lookup(rows));
                    }
                }
            }
            return claimed;
        });
    }

    /** Done, unless something newer was asked meanwhile, which is then due at once. */
    public void done(Collection<PhotoLookup> lookups) {
        transactions.onQueue(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DONE)) {
                for (PhotoLookup lookup : lookups) {
                    delete.setLong(1, lookup.company().value());
                    delete.setObject(2, lookup.user().value());
                    delete.setLong(3, lookup.generation());
                    delete.addBatch();
                }
                delete.executeBatch();
            }
            return true;
        });
        release(lookups, Duration.ZERO);
    }

    /** Gives rows back, to be claimed again after a pause. */
    public void release(Collection<PhotoLookup> lookups, Duration pause) {
        transactions.onQueue(connection -> {
            try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
                for (PhotoLookup lookup : lookups) {
                    update.setLong(1, lookup.generation());
                    update.setDouble(2, pause.toMillis() / 1000.0);
                    update.setLong(3, lookup.company().value());
                    update.setObject(4, lookup.user().value());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    private static void bind(
            PreparedStatement ask, PhotoCommand command, @Nullable EntraTenantId tenant)
            throws SQLException {
        if (tenant == null) {
            throw new IllegalArgumentException("the company of a command has a tenant");
        }
        Instant noticed = command.origin().noticedAt();
        ask.setLong(1, command.company().value());
        ask.setObject(2, command.user().value());
        ask.setObject(3, tenant.value());
        ask.setString(
                4,
                switch (command) {
                    case PhotoCommand.SyncPhoto sync -> "sync";
                    case PhotoCommand.RemovePhoto remove -> "remove";
                });
        ask.setLong(5, command.version().epoch());
        ask.setLong(6, command.version().counter());
        ask.setBoolean(7, command.origin().run() != null);
        ask.setString(8, command.origin().cause().name().toLowerCase(Locale.ROOT));
        ask.setObject(9, command.origin().run() == null ? null : command.origin().run().value());
        // PostgreSQL's driver takes offsets, not instants.
        ask.setObject(10, noticed == null ? null : noticed.atOffset(ZoneOffset.UTC));
    }

    private static PhotoLookup lookup(ResultSet row) throws SQLException {
        OffsetDateTime noticed = row.getObject("noticed_at", OffsetDateTime.class);
        return new PhotoLookup(
                new CompanyId(row.getLong("company_id")),
                new EntraObjectId(row.getObject("object_id", UUID.class)),
                PhotoLookup.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                new Version(row.getLong("epoch"), row.getLong("counter")),
                row.getString("cause"),
                row.getObject("run_id", UUID.class),
                noticed == null ? null : noticed.toInstant(),
                row.getLong("generation"),
                row.getInt("attempts"));
    }
}
