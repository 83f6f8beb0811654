package com.learnamp.entra.store.migrate;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the store's database to this version. Run before the services, as the database's owner:
 * {@code STORE_JDBC_URL}, {@code STORE_OWNER} and {@code STORE_OWNER_PASSWORD}; each service's role
 * gets its password from {@code STORE_PASSWORD_<ROLE>}.
 */
public final class Migrations {

    /** The database roles, one for each service that speaks to the store. */
    public static final String[] ROLES = {
        "graph_fetcher", "provisioning_writer", "photo_sync", "admin_console"
    };

    private Migrations() {}

    /** With passwords equal to the roles' names, as on a developer's machine and in tests. */
    public static void run(String jdbcUrl, String owner, String ownerPassword) {
        run(
                jdbcUrl,
                owner,
                ownerPassword,
                Stream.of(ROLES).collect(Collectors.toMap(role -> role, role -> role)));
    }

    /**
     * @param rolePasswords by role
     * @throws org.flywaydb.core.api.FlywayException if the database can't be reached or a migration
     *     fails
     */
    public static void run(
            String jdbcUrl, String owner, String ownerPassword, Map<String, String> rolePasswords) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(jdbcUrl);
        database.setUser(owner);
        database.setPassword(ownerPassword);
        Flyway.configure(scriptsAlone())
                .dataSource(database)
                .locations("classpath:db/migration")
                // Each service has its own range of numbers, and they grow side by side.
                .outOfOrder(true)
                .placeholders(
                        rolePasswords.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                role -> role.getKey() + "_password",
                                                role -> role.getValue().replace("'", "''"))))
                .load()
                .migrate();
    }

    /**
     * Sees the place that this class comes from and nothing else. Quarkus' class loader in tests
     * names the scripts of two places, and Flyway then reads neither.
     */
    private static ClassLoader scriptsAlone() {
        URL place = Migrations.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {place}, ClassLoader.getPlatformClassLoader());
    }

    public static void main(String[] arguments) {
        run(
                required("STORE_JDBC_URL"),
                required("STORE_OWNER"),
                required("STORE_OWNER_PASSWORD"),
                Stream.of(ROLES)
                        .collect(
                                Collectors.toMap(
                                        role -> role,
                                        role ->
                                                required(
                                                        "STORE_PASSWORD_"
                                                                + role.toUpperCase(Locale.ROOT)))));
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "the environment variable " + variable + " is missing");
        }
        return value;
    }
}
