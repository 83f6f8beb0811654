package com.learnamp.entra.store;

import com.learnamp.entra.contracts.EntraTenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that a result stands at. A column that must be there is had without {@code maybe}. */
public final class StoredRow {

    private final ResultSet result;
    private final TenantSeal tenants;

    StoredRow(ResultSet result, TenantSeal tenants) {
        this.result = result;
        this.tenants = tenants;
    }

    /** Of a column in which a tenant is sealed. */
    public Optional<EntraTenantId> tenant(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column)).map(tenants::open);
    }

    public String text(String column) throws SQLException {
        return Objects.requireNonNull(result.getString(column), column);
    }

    String text(int column) throws SQLException {
        return Objects.requireNonNull(result.getString(column));
    }

    public @Nullable String maybeText(String column) throws SQLException {
        return result.getString(column);
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public @Nullable Long maybeNumber(String column) throws SQLException {
        return result.getObject(column, Long.class);
    }

    public boolean truth(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public UUID uuid(String column) throws SQLException {
        return Objects.requireNonNull(result.getObject(column, UUID.class), column);
    }

    public @Nullable UUID maybeUuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        return Objects.requireNonNull(maybeInstant(column), column);
    }

    public @Nullable Instant maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    public @Nullable LocalDate maybeDate(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return Objects.requireNonNull(result.getBytes(column), column);
    }

    public byte @Nullable [] maybeBytes(String column) throws SQLException {
        return result.getBytes(column);
    }
}
