package com.learnamp.entra.fetcher.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as arrays, one for each column: what {@code unnest} takes, in one statement. */
public record ArrayColumns<R>(
        Connection connection, PreparedStatement statement, Collection<R> rows) {

    /**
     * @param type PostgreSQL's name of the elements' type; what PostgreSQL reads as text may be
     *     given as an object whose text it is
     */
    public ArrayColumns<R> bind(int index, String type, Function<R, @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        int position = 0;
        for (R row : rows) {
            values[position++] = column.apply(row);
        }
        statement.setArray(index, connection.createArrayOf(type, values));
        return this;
    }
}
