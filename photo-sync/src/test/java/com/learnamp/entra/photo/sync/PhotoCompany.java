package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.photo.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A company of its own in the store, looked at past all isolation. */
final class PhotoCompany {

    /** Where the store is. */
    interface Store {
        Connection connect() throws SQLException;
    }

    private static final AtomicLong COUNTER = new AtomicLong();

    private final Store store;
    private final CompanyId id;

    private PhotoCompany(Store store, CompanyId id) {
        this.store = store;
        this.id = id;
    }

    static PhotoCompany in(Store store) throws SQLException {
        try (Connection connection = store.connect();
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "INSERT INTO learnamp.companies (name) VALUES ('Marlowe Hythe') RETURNING id")) {
            row.next();
            return new PhotoCompany(store, new CompanyId(row.getLong(1)));
        }
    }

    CompanyId id() {
        return id;
    }

    IntegrationSettings settings(String tenant, String group, long revision, boolean syncPhotos) {
        return new IntegrationSettings(
                id,
                revision,
                IntegrationSettings.Status.ACTIVE,
                EntraTenantId.parse(tenant),
                EntraObjectId.parse(group),
                IntegrationSettings.Invitations.BY_HAND,
                true,
                syncPhotos,
                IntegrationSettings.DisabledAccounts.LEAVE_ALONE,
                "en",
                "London",
                Instant.now(),
                List.of());
    }

    /** An active user who is in scope. */
    void person(UUID object) throws SQLException {
        execute(
                "INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone, language, integration_external_id) VALUES (?, ?, 'Ada', 'Lovelace', 'London', 'en', ?)",
                id.value(),
                object + "@marlowe.example",
                object.toString());
        inScope(object);
    }

    void inScope(UUID object) throws SQLException {
        execute(
                "INSERT INTO provisioning.ledger (company_id, object_id, epoch, counter, state, user_id, observed_at) SELECT company_id, ?, 1, 0, 'in_scope', id, now() FROM learnamp.users WHERE company_id = ? AND integration_external_id = ?",
                object,
                id.value(),
                object.toString());
    }

    /** As the writer does with somebody who has left. */
    void deactivate(UUID object) throws SQLException {
        execute(
                "UPDATE provisioning.ledger SET state = 'out_of_scope' WHERE company_id = ? AND object_id = ?",
                id.value(),
                object);
        execute(
                "UPDATE learnamp.users SET status = 'deactivated', deactivated_at = now() WHERE company_id = ? AND integration_external_id = ?",
                id.value(),
                object.toString());
    }

    /** As the writer does with somebody who comes back. */
    void reactivate(UUID object) throws SQLException {
        execute(
                "UPDATE provisioning.ledger SET state = 'in_scope' WHERE company_id = ? AND object_id = ?",
                id.value(),
                object);
        execute(
                "UPDATE learnamp.users SET status = 'confirmed', deactivated_at = NULL WHERE company_id = ? AND integration_external_id = ?",
                id.value(),
                object.toString());
    }

    /**
     * @param what reads or writes
     */
    void pause(String what) throws SQLException {
        execute(
                "INSERT INTO provisioning.pauses (company_id, what, reason, paused_by, paused_at) VALUES (?, ?, 'test', 'test', now())",
                id.value(),
                what);
    }

    void resume() throws SQLException {
        execute(
                "UPDATE provisioning.pauses SET resumed_by = 'test', resumed_at = now() WHERE company_id = ?",
                id.value());
    }

    void uploadByHand(UUID object, String hash) throws SQLException {
        execute(
                "INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes) VALUES (?, ?, 'image/png', 9, 9, '\\x00')",
                id.value(),
                hash);
        execute(
                "UPDATE learnamp.users SET avatar_hash = ? WHERE company_id = ? AND integration_external_id = ?",
                hash,
                id.value(),
                object.toString());
    }

    PhotoCommand sync(UUID object, Origin origin) {
        return new PhotoCommand.SyncPhoto(
                id,
                new EntraObjectId(object),
                new Version(1, COUNTER.incrementAndGet()),
                1,
                Instant.now(),
                origin);
    }

    PhotoCommand remove(UUID object) {
        return new PhotoCommand.RemovePhoto(
                id,
                new EntraObjectId(object),
                new Version(1, COUNTER.incrementAndGet()),
                1,
                Instant.now(),
                Origin.ofCause(Origin.Cause.NOTIFICATION, Instant.now()));
    }

    @Nullable String avatar(UUID object) throws SQLException {
        return text(
                "SELECT avatar_hash FROM learnamp.users WHERE company_id = ? AND integration_external_id = '%s'"
                        .formatted(object));
    }

    long waiting() throws SQLException {
        return number("SELECT count(*) FROM provisioning.photo_lookups WHERE company_id = ?");
    }

    long history() throws SQLException {
        return number("SELECT count(*) FROM provisioning.history WHERE company_id = ?");
    }

    long avatars() throws SQLException {
        return number("SELECT count(*) FROM learnamp.avatars WHERE company_id = ?");
    }

    /** looked at, unchanged, fetched, removed, refused. */
    @Nullable String figures(UUID run) throws SQLException {
        return text(
                "SELECT concat_ws(' ', looked_at, unchanged, fetched, removed, refused) FROM provisioning.photo_figures WHERE company_id = ? AND run_id = '%s'"
                        .formatted(run));
    }

    void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = store.connect();
                PreparedStatement statement = Sql.prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    /**
     * @param sql has one parameter: the company
     */
    long number(String sql) throws SQLException {
        try (Connection connection = store.connect();
                PreparedStatement query = Sql.prepare(connection, sql, id.value());
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * @param sql has one parameter: the company
     */
    @Nullable String text(String sql) throws SQLException {
        try (Connection connection = store.connect();
                PreparedStatement query = Sql.prepare(connection, sql, id.value());
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
