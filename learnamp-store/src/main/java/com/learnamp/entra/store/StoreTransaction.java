package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements of one transaction. Instants are given and had as {@code timestamptz}. */
public final class StoreTransaction {

    /** Makes something of a row. */
    public interface Mapper<T> {
        T map(StoredRow row) throws SQLException;
    }

    private final Connection connection;
    private final TenantSeal tenants;

    StoreTransaction(Connection connection, TenantSeal tenants) {
        this.connection = connection;
        this.tenants = tenants;
    }

    /** As a tenant is stored; null for none. */
    public byte @Nullable [] sealed(@Nullable EntraTenantId tenant) {
        return tenant == null ? null : tenants.seal(tenant);
    }

    /** By which a tenant is found; null for none. */
    public byte @Nullable [] hash(@Nullable EntraTenantId tenant) {
        return tenant == null ? null : tenants.hash(tenant);
    }

    /**
     * From here on the transaction sees this company's rows; for a company that was made within it.
     */
    public void workFor(CompanyId company) throws SQLException {
        query(
                "SELECT set_config('learnamp.company_id', ?, true)",
                row -> row.text(1),
                company.toString());
    }

    void workForOperations() throws SQLException {
        query("SELECT set_config('learnamp.operations', 'on', true)", row -> row.text(1));
    }

    void lock(CompanyId company) throws SQLException {
        query("SELECT provisioning.lock_company(?)", row -> company, company.value());
    }

    public <T> List<T> query(String sql, Mapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                StoredRow row = new StoredRow(result, tenants);
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Mapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        return query(sql, mapper, parameters).stream().findFirst();
    }

    /**
     * @return how many rows it changed
     */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            @Nullable Object parameter = parameters[index];
            switch (parameter) {
                case Instant instant ->
                        statement.setObject(index + 1, instant.atOffset(ZoneOffset.UTC));
                case Instant[] instants ->
                        statement.setArray(
                                index + 1,
                                connection.createArrayOf(
                                        "timestamptz",
                                        Stream.of(instants).map(Instant::toString).toArray()));
                case String[] texts ->
                        statement.setArray(index + 1, connection.createArrayOf("text", texts));
                case Long[] numbers ->
                        statement.setArray(index + 1, connection.createArrayOf("int8", numbers));
                case null, default -> statement.setObject(index + 1, parameter);
            }
        }
    }
}
