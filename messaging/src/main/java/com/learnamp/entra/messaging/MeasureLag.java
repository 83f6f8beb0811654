package com.learnamp.entra.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many records of its topics a service has not done with yet: the same number from each of its
 * processes. From the committed offsets, which stand still when a batch waits for better weather;
 * the consumer's own figure stands still with them, and says nothing.
 */
@ApplicationScoped
public class MeasureLag {

    private static final Logger LOG = Logger.getLogger(MeasureLag.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final String CHANNEL = "mp.messaging.incoming.";
    private static final String GROUP = ".group.id";

    private final Map<String, String> groups;
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private final String bootstrapServers;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("lag").daemon().factory());

    @Inject
    MeasureLag(Config config, MeterRegistry meters) {
        this(groups(config), config.getValue("kafka.bootstrap.servers", String.class), meters);
    }

    MeasureLag(Map<String, String> groups, String bootstrapServers, MeterRegistry meters) {
        this.groups = groups;
        this.bootstrapServers = bootstrapServers;
        groups.forEach((topic, group) ->
                Gauge.builder("consumer.lag", () -> lags.getOrDefault(topic, 0L))
                        .description("records that the service has not done with yet")
                        .tag("group", group)
                        .tag("topic", topic)
                        .register(meters));
    }

    void start(@Observes StartupEvent event) {
        if (!groups.isEmpty()) {
            executor.scheduleWithFixedDelay(this::follow, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private void follow() {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (!executor.isShutdown()) {
                measure(admin);
                TimeUnit.SECONDS.sleep(EVERY.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("bad weather, the lag is measured later", e);
        }
    }

    private void measure(Admin admin) throws InterruptedException, ExecutionException {
        for (Map.Entry<String, String> read : groups.entrySet()) {
            lags.put(read.getKey(), lag(admin, read.getKey(), read.getValue()));
        }
    }

    /** What was never committed is not done with from the first record kept. */
    static long lag(Admin admin, String topic, String group)
            throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = partitions(admin, topic);
        Map<TopicPartition, Long> begins = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return offsets(admin, partitions, OffsetSpec.latest()).entrySet().stream()
                .mapToLong(end -> {
                    long begin = begins.getOrDefault(end.getKey(), 0L);
                    @Nullable OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue() - (done == null ? begin : Math.max(begin, done.offset()));
                })
                .sum();
    }

    private static List<TopicPartition> partitions(Admin admin, String topic)
            throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> which));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** The group of each topic that the service reads as one of a group. */
    private static Map<String, String> groups(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith(CHANNEL) && key.endsWith(GROUP))
                .collect(
                        Collectors.toMap(
                                key -> config.getValue(key.replace(GROUP, ".topic"), String.class),
                                key -> config.getValue(key, String.class)));
    }
}
