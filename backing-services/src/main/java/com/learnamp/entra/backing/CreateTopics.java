package com.learnamp.entra.backing;

import com.learnamp.entra.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that the contracts name and the broker lacks. */
public final class CreateTopics {

    private CreateTopics() {}

    public static void on(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing =
                    Arrays.stream(Topic.values())
                            .filter(topic -> !existing.contains(topic.topicName()))
                            .map(CreateTopics::definition)
                            .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        }
    }

    private static NewTopic definition(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                .configs(configuration(topic.cleanup()));
    }

    private static Map<String, String> configuration(Topic.Cleanup cleanup) {
        return switch (cleanup) {
            case DELETE ->
                    Map.of(
                            "cleanup.policy",
                            "delete",
                            "retention.ms",
                            Long.toString(Topic.RETENTION.toMillis()));
            case COMPACT ->
                    Map.of(
                            "cleanup.policy",
                            "compact",
                            "max.compaction.lag.ms",
                            Long.toString(Topic.MAX_COMPACTION_LAG.toMillis()));
        };
    }
}
