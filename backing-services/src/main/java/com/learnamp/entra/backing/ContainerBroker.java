package com.learnamp.entra.backing;

import org.testcontainers.kafka.KafkaContainer;

/** The official image of Kafka, by Testcontainers. */
final class ContainerBroker implements Broker {

    private static final String IMAGE = "apache/kafka:4.3.1";

    private final KafkaContainer container;

    private ContainerBroker(KafkaContainer container) {
        this.container = container;
    }

    static ContainerBroker start() {
        KafkaContainer container = new KafkaContainer(IMAGE);
        container.start();
        CreateTopics.on(container.getBootstrapServers());
        return new ContainerBroker(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.stop();
    }
}
