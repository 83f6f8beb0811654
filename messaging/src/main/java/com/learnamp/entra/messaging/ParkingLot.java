package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Where bytes wait that can't be used, with the reason, so that they stop nobody and are not lost.
 */
@ApplicationScoped
public class ParkingLot {

    private static final Logger LOG = Logger.getLogger(ParkingLot.class);

    private final TopicPublisher publisher;
    private final Clock clock;

    @Inject
    ParkingLot(TopicPublisher publisher) {
        this(publisher, Clock.systemUTC());
    }

    ParkingLot(TopicPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Parks a record and returns when Kafka has it.
     *
     * @param parked the service's own parked topic
     * @param reason in words, without personal data
     */
    public void park(Topic parked, ConsumerRecord<?, byte[]> record, String reason) {
        String key = record.key() == null ? "" : record.key().toString();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Map<String, String> headers =
                Map.of(
                        ParkedHeaders.REASON, reason,
                        ParkedHeaders.TOPIC, record.topic(),
                        ParkedHeaders.PARTITION, Integer.toString(record.partition()),
                        ParkedHeaders.OFFSET, Long.toString(record.offset()),
                        ParkedHeaders.AT, clock.instant().toString());
        int partition = record.partition() % parked.partitions();
        RetryInPlace.run(
                "parking a record",
                () ->
                        publisher.publish(
                                List.of(new Outgoing(parked, partition, key, value, headers))));
        LOG.warnf(
                "parked a record topic=%s partition=%d offset=%d reason=\"%s\"",
                record.topic(), record.partition(), record.offset(), reason);
    }
}
