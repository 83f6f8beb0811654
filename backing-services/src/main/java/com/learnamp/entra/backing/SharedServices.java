package com.learnamp.entra.backing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One broker and one database for all tests of this JVM, started at first need, both at once, and
 * stopped with the JVM. Their addresses are kept as system properties, since Quarkus may load this
 * class more than once.
 */
final class SharedServices {

    private static final String PREFIX = "com.learnamp.entra.backing.";
    private static final String BROKER = PREFIX + "broker";
    private static final String STORE_URL = PREFIX + "store.url";
    private static final String STORE_USER = PREFIX + "store.user";
    private static final String STORE_PASSWORD = PREFIX + "store.password";

    /** What {@code -Pcontainers} sets to {@code containers}. */
    private static final String KIND = "backing.services";

    /** Held here, since loggers that nobody holds forget their level. */
    private static final List<Logger> QUIET =
            Stream.of(
                            "kafka",
                            "org.apache.kafka",
                            "state.change.logger",
                            "io.zonky",
                            "org.flywaydb")
                    .map(Logger::getLogger)
                    .toList();

    private SharedServices() {}

    static synchronized void start() {
        if (System.getProperty(BROKER) == null) {
            QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
            startBoth();
        }
    }

    static String bootstrapServers() {
        return property(BROKER);
    }

    static String storeUrl() {
        return property(STORE_URL);
    }

    static Database.Login storeAdministrator() {
        return new Database.Login(property(STORE_USER), property(STORE_PASSWORD));
    }

    private static void startBoth() {
        boolean containers = "containers".equals(System.getProperty(KIND));
        CompletableFuture<Database> starting =
                CompletableFuture.supplyAsync(
                        () -> containers ? ContainerDatabase.start() : EmbeddedDatabase.start(),
                        Thread::startVirtualThread);
        Broker broker = containers ? ContainerBroker.start() : EmbeddedBroker.start();
        Database database = starting.join();
        System.setProperty(BROKER, broker.bootstrapServers());
        System.setProperty(STORE_URL, database.jdbcUrl());
        System.setProperty(STORE_USER, database.administrator().user());
        System.setProperty(STORE_PASSWORD, database.administrator().password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(broker, database)));
    }

    private static void close(Broker broker, Database database) {
        try {
            broker.close();
        } finally {
            database.close();
        }
    }

    private static String property(String name) {
        @Nullable String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("BackingServices are not started");
        }
        return value;
    }
}
