package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where the newest message about each person is, of those in one partition of both lanes. It keeps
 * places and no contents, since a partition may have millions of people.
 */
final class NewestMessages {

    /**
     * @param wanted whether any message about him is one of those asked for
     */
    private record Place(
            String topic, long offset, Version version, Instant mappedAt, boolean wanted) {

        private static final Comparator<Place> AGE =
                Comparator.comparing(Place::version).thenComparing(Place::mappedAt);

        Place newer(Place other) {
            Place newest = AGE.compare(other, this) > 0 ? other : this;
            return new Place(
                    newest.topic,
                    newest.offset,
                    newest.version,
                    newest.mappedAt,
                    wanted || other.wanted);
        }
    }

    private final Map<String, Map<String, Place>> byTopic = new HashMap<>();

    /** In the order of the topic. */
    void add(Replay replay, ConsumerRecord<String, byte[]> record) {
        Map<String, Place> places =
                byTopic.computeIfAbsent(record.topic(), unseen -> new HashMap<>());
        if (record.value() == null) {
            // Erased: nothing of him that was said here before is there any more.
            places.remove(record.key());
            return;
        }
        Replayed.of(replay.target(), record)
                .ifPresent(message ->
                        places.merge(
                                record.key(),
                                new Place(
                                        record.topic(),
                                        record.offset(),
                                        message.version(),
                                        message.mappedAt(),
                                        replay.start().includes(record)),
                                Place::newer));
    }

    /** Once all is read: whether this is the newest about somebody who is asked for. */
    boolean isNewest(ConsumerRecord<String, byte[]> record) {
        return byTopic.values().stream()
                .map(places -> places.get(record.key()))
                .filter(place -> place != null)
                .reduce(Place::newer)
                .filter(place ->
                        place.wanted()
                                && place.topic().equals(record.topic())
                                && place.offset() == record.offset())
                .isPresent();
    }
}
