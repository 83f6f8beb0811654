package com.learnamp.entra.console;

import com.learnamp.entra.backing.BackingServices;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store as its administrator sees it: what other services would write, and what was written.
 */
public final class StoredRows {

    private StoredRows() {}

    /**
     * @return the first column of each row, as text
     */
    public static List<@Nullable String> of(String sql, @Nullable Object... parameters) {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement = prepared(store, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<@Nullable String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** An id that a statement returns. */
    public static long id(String sql, @Nullable Object... parameters) {
        return Long.parseLong(String.valueOf(of(sql, parameters).getFirst()));
    }

    public static void execute(String sql, @Nullable Object... parameters) {
        try (Connection store = BackingServices.connectToStore();
                PreparedStatement statement = prepared(store, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody who is in Learn Amp. */
    public static long person(NewCompany company, String email) {
        return id(
                "INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone,"
                        + " language) VALUES (?, ?, 'Ada', 'Lovelace', 'London', 'en') RETURNING"
                        + " id",
                company.id(),
                email);
    }

    private static PreparedStatement prepared(
            Connection store, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = store.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }
}
