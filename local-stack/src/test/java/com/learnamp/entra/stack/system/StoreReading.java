package com.learnamp.entra.stack.system;

import com.learnamp.entra.stack.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one company has in the store, read past all isolation. */
public record StoreReading(LocalStack stack, long company) {

    private static final String PEOPLE =
            """
            SELECT u.id, u.integration_external_id, u.email, u.first_name, u.last_name, u.job_title,
                   u.department, u.location, u.language, u.hire_date::text, u.manager_id, t.name,
                   u.role, u.status
            FROM learnamp.users u
            LEFT JOIN learnamp.teams t ON t.company_id = u.company_id AND t.id = u.primary_team_id
            WHERE u.company_id = ?
            """;

    public List<StoredPerson> people() throws SQLException {
        return query(PEOPLE, StoreReading::person);
    }

    /** The hash of the picture that the person is shown with. */
    Optional<String> avatar(long person) throws SQLException {
        return query(
                        "SELECT avatar_hash FROM learnamp.users WHERE company_id = ? AND id = "
                                + person,
                        row -> Optional.ofNullable(row.getString(1)))
                .getFirst();
    }

    public String language() throws SQLException {
        return query(
                        "SELECT language FROM learnamp.companies WHERE id = ?",
                        row -> row.getString(1))
                .getFirst();
    }

    /** {@code user#change} for each row of history. */
    Set<String> changes() throws SQLException {
        return new TreeSet<>(
                query(
                        "SELECT user_id || '#' || change_number FROM provisioning.history"
                                + " WHERE company_id = ?",
                        row -> row.getString(1)));
    }

    long deactivated() throws SQLException {
        return count(
                "SELECT count(*) FROM learnamp.users WHERE company_id = ?"
                        + " AND status = 'deactivated'");
    }

    /** What has not been told to Kafka yet. */
    long untold() throws SQLException {
        return count("SELECT count(*) FROM provisioning.outbox WHERE company_id = ?");
    }

    /** Runs that list everybody, whatever started them. */
    long fullSyncs() throws SQLException {
        return count(
                "SELECT count(*) FROM provisioning.sync_runs WHERE company_id = ?"
                        + " AND trigger <> 'group_change'");
    }

    /** As if the day since the last full sync were over. */
    void letTheDailySyncBeDue() throws SQLException {
        try (Connection connection = stack.connectToStore();
                PreparedStatement due =
                        connection.prepareStatement(
                                "UPDATE provisioning.integrations SET next_full_at = now()"
                                        + " WHERE company_id = ?")) {
            due.setLong(1, company);
            due.executeUpdate();
        }
    }

    private long count(String sql) throws SQLException {
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> query(String sql, Row<T> reader) throws SQLException {
        try (Connection connection = stack.connectToStore();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, company);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }

    private static StoredPerson person(ResultSet row) throws SQLException {
        long manager = row.getLong(11);
        @Nullable Long managerOrNone = row.wasNull() ? null : manager;
        return new StoredPerson(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                managerOrNone,
                row.getString(12),
                row.getString(13),
                row.getString(14));
    }

    /** Reads one row. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
