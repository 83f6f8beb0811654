import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How another service follows Learn Amp's users: first everybody as he is, then what changes, with
 * nothing missed and nothing told twice in between.
 *
 * <pre>
 *   java -cp 'kafka-clients.jar:jackson-*.jar:…' docs/FollowUsers.java localhost:19092 [--once]
 * </pre>
 *
 * With {@code --once} it ends when it has caught up.
 */
public final class FollowUsers {

    private static final String STATES = "learnamp.user-states.v1";
    private static final String EVENTS = "learnamp.user-events.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;

    /** By key: the newest change of each user that is known here. */
    private final Map<String, Long> known = new HashMap<>();

    private FollowUsers(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    public static void main(String[] arguments) throws Exception {
        boolean once = arguments.length > 1 && arguments[1].equals("--once");
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0]);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            new FollowUsers(consumer).follow(once);
        }
    }

    private void follow(boolean once) throws Exception {
        // Where the events are now, before the states are read: what happens meanwhile is in both,
        // and the change numbers tell.
        Map<TopicPartition, Long> eventsFrom = consumer.endOffsets(partitions(EVENTS));
        readStates();
        System.out.println("caught up with " + known.size() + " users");
        consumer.assign(eventsFrom.keySet());
        eventsFrom.forEach(consumer::seek);
        Map<TopicPartition, Long> now = consumer.endOffsets(eventsFrom.keySet());
        while (!once || isBefore(now)) {
            for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(200))) {
                changed(event);
            }
        }
    }

    private void readStates() throws Exception {
        List<TopicPartition> partitions = partitions(STATES);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, JsonNode> states = new HashMap<>();
        while (isBefore(ends)) {
            for (ConsumerRecord<String, byte[]> state : consumer.poll(Duration.ofMillis(200))) {
                if (state.value() == null) {
                    states.remove(state.key()); // Erased: forget everything about this user.
                    continue;
                }
                JsonNode user = JSON.readTree(state.value());
                JsonNode before = states.get(state.key());
                if (before == null
                        || before.path("change").asLong() <= user.path("change").asLong()) {
                    states.put(state.key(), user);
                }
            }
        }
        states.forEach((key, user) -> {
            known.put(key, user.path("change").asLong());
            JsonNode fields = user.path("fields");
            System.out.println(
                    "user "
                            + key
                            + " "
                            + fields.path("email").asText()
                            + " "
                            + fields.path("status").asText());
        });
    }

    /** At least once, in order for each user: what is not newer has been seen. */
    private void changed(ConsumerRecord<String, byte[]> event) throws Exception {
        long change = Long.parseLong(new String(event.headers().lastHeader("ce_id").value()));
        if (known.getOrDefault(event.key(), 0L) < change) {
            known.put(event.key(), change);
            JsonNode data = JSON.readTree(event.value());
            System.out.println(
                    data.path("change").asText() + " " + event.key() + " " + data.path("changes"));
        }
    }

    private boolean isBefore(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }
}
