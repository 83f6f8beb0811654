package com.learnamp.entra.messaging;

/**
 * Not every record was acknowledged; some may have been written. Bad weather: publish the batch
 * again.
 */
public final class PublishFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishFailed(String topic, Throwable cause) {
        super("not acknowledged by Kafka: a record for " + topic, cause);
    }
}
