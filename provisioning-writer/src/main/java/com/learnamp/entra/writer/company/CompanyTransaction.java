package com.learnamp.entra.writer.company;

import com.learnamp.entra.contracts.CompanyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open transaction that sees the rows of one company and holds that company's lock. */
public final class CompanyTransaction {

    /** Turns the row that the cursor is on into a value. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final CompanyId company;
    private final Connection connection;

    CompanyTransaction(CompanyId company, Connection connection) {
        this.company = company;
        this.connection = connection;
    }

    public CompanyId company() {
        return company;
    }

    /**
     * @param parameters arrays of UUID, String and Long become arrays of the database
     */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    /**
     * @return how many rows it concerned
     */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** For a statement that only takes effect. */
    public void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, forJdbc(parameters[index]));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private @Nullable Object forJdbc(@Nullable Object parameter) throws SQLException {
        return switch (parameter) {
            case CompanyId id -> id.value();
            case UUID[] uuids -> connection.createArrayOf("uuid", uuids);
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("int8", numbers);
            case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            case null -> null;
            default -> parameter;
        };
    }
}
