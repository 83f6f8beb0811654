package com.learnamp.entra.backing;

/** A running Kafka broker that has all topics. */
public interface Broker extends AutoCloseable {

    String bootstrapServers();

    @Override
    void close();
}
