package com.learnamp.entra.backing;

import com.learnamp.entra.store.migrate.Migrations;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The official image of PostgreSQL, by Testcontainers. */
final class ContainerDatabase implements Database {

    private static final String IMAGE = "postgres:18";

    private final PostgreSQLContainer container;

    private ContainerDatabase(PostgreSQLContainer container) {
        this.container = container;
    }

    static ContainerDatabase start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE).withDatabaseName(NAME);
        container.start();
        ContainerDatabase database = new ContainerDatabase(container);
        Login administrator = database.administrator();
        Migrations.run(database.jdbcUrl(), administrator.user(), administrator.password());
        return database;
    }

    @Override
    public String jdbcUrl() {
        return container.getJdbcUrl();
    }

    @Override
    public Login administrator() {
        return new Login(container.getUsername(), container.getPassword());
    }

    @Override
    public void close() {
        container.stop();
    }
}
