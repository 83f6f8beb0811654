package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.ParkedHeaders;
import com.learnamp.entra.contracts.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes wait that can't be used, with the reason, so that they stop nobody and are not lost.
 */
@Startup
@ApplicationScoped
public class ParkingLot {

    private static final Logger LOG = Logger.getLogger(ParkingLot.class);

    private final TopicPublisher publisher;
    private final Clock clock;
    private final Counter parked;

    @Inject
    ParkingLot(TopicPublisher publisher, MeterRegistry meters) {
        this(publisher, meters, Clock.systemUTC());
    }

    ParkingLot(TopicPublisher publisher, MeterRegistry meters, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
        this.parked =
                Counter.builder("parked.records")
                        .description("records that could not be used and were put aside")
                        .register(meters);
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
        Place first = Place.of(record);
        Map<String, String> headers =
                Map.of(
                        ParkedHeaders.REASON, reason,
                        ParkedHeaders.TOPIC, record.topic(),
                        ParkedHeaders.PARTITION, first.partition(),
                        ParkedHeaders.OFFSET, first.offset(),
                        ParkedHeaders.AT, clock.instant().toString());
        int partition = record.partition() % parked.partitions();
        RetryInPlace.run(
                "parking a record",
                () ->
                        publisher.publish(
                                List.of(new Outgoing(parked, partition, key, value, headers))));
        this.parked.increment();
        LOG.warnf(
                "parked a record topic=%s partition=%d offset=%d reason=\"%s\"",
                record.topic(), record.partition(), record.offset(), reason);
    }

    /** Where a record was read the first time, however often it has been tried again since. */
    private record Place(String partition, String offset) {

        static Place of(ConsumerRecord<?, byte[]> record) {
            @Nullable Header retry = record.headers().lastHeader(ParkedHeaders.RETRY_OF);
            if (retry != null) {
                String[] parts = new String(retry.value(), StandardCharsets.UTF_8).split("/", -1);
                if (parts.length == 2) {
                    return new Place(parts[0], parts[1]);
                }
            }
            return new Place(Integer.toString(record.partition()), Long.toString(record.offset()));
        }
    }
}
