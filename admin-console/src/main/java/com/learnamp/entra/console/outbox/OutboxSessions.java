package com.learnamp.entra.console.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens sessions beside the pool: a session that ends must end at the database too, since that is
 * what frees the outbox for another.
 */
@ApplicationScoped
class OutboxSessions {

    private static final int SECONDS_OF_SILENCE = 30;

    private final PGSimpleDataSource store = new PGSimpleDataSource();

    OutboxSessions(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        store.setUrl(url);
        store.setUser(user);
        store.setPassword(password);
        store.setApplicationName("admin-console relay");
        store.setConnectTimeout(5);
        store.setSocketTimeout(SECONDS_OF_SILENCE);
        store.setTcpKeepAlive(true);
    }

    OutboxSession open() throws SQLException {
        return new OutboxSession(store.getConnection());
    }
}
