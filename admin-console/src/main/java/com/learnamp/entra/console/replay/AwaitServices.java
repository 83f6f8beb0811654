package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the services have done with what a replay has written: until their groups have
 * committed it, the mapper's first and then the writer's.
 */
@ApplicationScoped
class AwaitServices {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** The consumer groups of the bulk lane, as the services name them. */
    private static final String MAPPER = "user-mapper-bulk";

    private static final String WRITER = "provisioning-writer-bulk";

    private final String bootstrapServers;

    AwaitServices(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @param goesOn asked again and again; false ends the wait
     * @return whether they have
     */
    boolean haveDone(Replay replay, BooleanSupplier goesOn) {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            boolean mapped =
                    replay.target() == ReplayTarget.WRITER
                            || await(admin, replay, Topic.USERS_BULK, MAPPER, goesOn);
            return mapped && await(admin, replay, Topic.COMMANDS_BULK, WRITER, goesOn);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static boolean await(
            Admin admin, Replay replay, Topic topic, String group, BooleanSupplier goesOn)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                replay.partitions()
                        .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                        .toList();
        Map<TopicPartition, Long> ends =
                admin
                        .listOffsets(
                                partitions.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        one -> one, one -> OffsetSpec.latest())))
                        .all()
                        .get()
                        .entrySet()
                        .stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
        while (!committed(admin, group, ends)) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    private static boolean committed(Admin admin, String group, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return ends.entrySet().stream()
                .allMatch(end -> {
                    @Nullable OffsetAndMetadata committed = done.get(end.getKey());
                    return end.getValue() == 0
                            || committed != null && committed.offset() >= end.getValue();
                });
    }
}
