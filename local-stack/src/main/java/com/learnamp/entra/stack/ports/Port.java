package com.learnamp.entra.stack.ports;

/** Every port that the local stack listens on. */
public enum Port {
    CONSOLE("admin-console", 8080),
    WEBHOOK_RECEIVER("webhook-receiver", 8081),
    GRAPH_FETCHER("graph-fetcher", 8082),
    USER_MAPPER("user-mapper", 8083),
    PROVISIONING_WRITER("provisioning-writer", 8084),
    PHOTO_SYNC("photo-sync", 8085),
    SIMULATOR("simulator", 8090),
    SIMULATOR_HTTPS("simulator", 8490),
    KAFKA("kafka", 19092),
    POSTGRES("postgres", 15432),
    SMTP("smtp", 12525);

    private final String part;
    private final int usual;

    Port(String part, int usual) {
        this.part = part;
        this.usual = usual;
    }

    /** The part that listens there. */
    public String part() {
        return part;
    }

    public int usual() {
        return usual;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return name() + "_PORT";
    }
}
