package com.learnamp.entra.backing;

import com.learnamp.entra.store.migrate.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL itself, unpacked from a jar and run as a child of this process. */
public final class EmbeddedDatabase implements Database {

    /** What a crash of the machine may cost. */
    public enum Durability {
        /** Nothing: every commit is on the disk. */
        SURVIVES,
        /** Everything: for tests, which are faster so. */
        MAY_BE_LOST
    }

    private static final Login ADMINISTRATOR = new Login("postgres", "postgres");
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A database whose data are gone once it is closed. */
    public static EmbeddedDatabase start() {
        return start(
                TemporaryDirectory.create("postgres"), FreePort.find(), Durability.MAY_BE_LOST);
    }

    /**
     * @param directory what is in it is used again, unless it may be lost
     * @param port on which clients connect
     */
    public static EmbeddedDatabase start(Path directory, int port, Durability durability) {
        String sync = durability == Durability.SURVIVES ? "on" : "off";
        try {
            EmbeddedDatabase database =
                    new EmbeddedDatabase(
                            EmbeddedPostgres.builder()
                                    .setDataDirectory(directory)
                                    .setCleanDataDirectory(durability == Durability.MAY_BE_LOST)
                                    .setRegisterShutdownHook(false)
                                    .setPGStartupWait(START_WITHIN)
                                    .setPort(port)
                                    .setServerConfig("fsync", sync)
                                    .setServerConfig("synchronous_commit", sync)
                                    .setServerConfig("shared_buffers", "64MB")
                                    // Two of every service.
                                    .setServerConfig("max_connections", "200")
                                    .start());
            database.createStore();
            Migrations.run(database.jdbcUrl(), ADMINISTRATOR.user(), ADMINISTRATOR.password());
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + directory, e);
        }
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    @Override
    public Login administrator() {
        return ADMINISTRATOR;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createStore() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet existing =
                        statement.executeQuery(
                                "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!existing.next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the store's database can't be made", e);
        }
    }
}
