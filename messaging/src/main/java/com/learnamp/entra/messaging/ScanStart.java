package com.learnamp.entra.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** Where a scan begins. */
public sealed interface ScanStart {

    /** At the first record that is kept. */
    record Beginning() implements ScanStart {}

    /** At this offset of every partition; at the first that is kept, if that is later. */
    record Offset(long offset) implements ScanStart {
        public Offset {
            if (offset < 0) {
                throw new IllegalArgumentException("an offset is not negative");
            }
        }
    }

    /** At the offset of each; at the end of a partition that has none here. */
    record Offsets(Map<TopicPartition, Long> offsets) implements ScanStart {
        public Offsets {
            offsets = Map.copyOf(offsets);
        }
    }

    /** At the first record that Kafka got at this time or later. */
    record At(Instant time) implements ScanStart {
        public At {
            Objects.requireNonNull(time, "time");
        }
    }
}
