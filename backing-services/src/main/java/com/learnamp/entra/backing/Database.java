package com.learnamp.entra.backing;

import com.learnamp.entra.store.migrate.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A running PostgreSQL with Learn Amp's store, migrated. */
public interface Database extends AutoCloseable {

    String NAME = "learnamp";

    String jdbcUrl();

    /** Who may do everything, past row-level security too. */
    Login administrator();

    /** As the administrator: for fixtures and for looking at everything. */
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(), administrator().user(), administrator().password());
    }

    @Override
    void close();

    /**
     * @param user a role of the database
     * @param password locally the same as the user's name
     */
    record Login(String user, String password) {

        /**
         * @param role one of the services' roles, which the migrations make
         */
        public static Login ofRole(String role) {
            if (!List.of(Migrations.ROLES).contains(role)) {
                throw new IllegalArgumentException("the store has no role " + role);
            }
            return new Login(role, role);
        }

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
