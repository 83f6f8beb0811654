package com.learnamp.entra.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir Path directory;

    @Test
    void keepsItsRowsAcrossARestartAndFlushesEveryCommit() throws SQLException {
        try (Database database = start();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS value");
        }

        try (Database database = start();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "SELECT value FROM kept")).isEqualTo("42");
            assertThat(one(statement, "SHOW fsync")).isEqualTo("on");
            assertThat(one(statement, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void letsEachServiceInWithItsOwnRole() throws SQLException {
        try (Database database = EmbeddedDatabase.start()) {
            Database.Login login = Database.Login.ofRole("provisioning_writer");

            try (Connection connection =
                            DriverManager.getConnection(
                                    database.jdbcUrl(), login.user(), login.password());
                    Statement statement = connection.createStatement()) {
                assertThat(one(statement, "SELECT current_user")).isEqualTo("provisioning_writer");
                assertThat(one(statement, "SELECT current_database()")).isEqualTo("learnamp");
            }
        }
    }

    private Database start() {
        return EmbeddedDatabase.start(
                directory.resolve("postgres"),
                FreePort.find(),
                EmbeddedDatabase.Durability.SURVIVES);
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
