package com.learnamp.entra.messaging;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Topic;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every company's newest settings, from the compacted topic {@link Topic#INTEGRATIONS}. The topic
 * is read to its end before the first question is answered, and followed from then on: no service
 * works with half the settings.
 */
@ApplicationScoped
public class SettingsTable {

    private static final Logger LOG = Logger.getLogger(SettingsTable.class);

    private final Map<CompanyId, IntegrationSettings> newest = new ConcurrentHashMap<>();
    private final List<Consumer<IntegrationSettings>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch readToEnd = new CountDownLatch(1);
    private final Object changed = new Object();
    private final String bootstrapServers;
    private @Nullable FollowCompactedTopic follower;

    @Inject
    SettingsTable(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        FollowCompactedTopic started =
                new FollowCompactedTopic(
                        Topic.INTEGRATIONS, bootstrapServers, this::take, readToEnd::countDown);
        follower = started;
        Thread.ofPlatform().name("settings-table").daemon().start(started);
    }

    @PreDestroy
    void stop() {
        if (follower != null) {
            follower.close();
        }
    }

    public Optional<IntegrationSettings> find(CompanyId company) {
        awaitRead();
        return Optional.ofNullable(newest.get(company));
    }

    public Collection<IntegrationSettings> all() {
        awaitRead();
        return List.copyOf(newest.values());
    }

    public List<IntegrationSettings> ofTenant(EntraTenantId tenant) {
        awaitRead();
        return newest.values().stream()
                .filter(settings -> settings.tenant().equals(tenant))
                .toList();
    }

    /** Whether the topic has been read to its end: until then, every question waits. */
    public boolean isReady() {
        return readToEnd.getCount() == 0;
    }

    /**
     * Waits for settings at least as new as the revision that a message names.
     *
     * @return empty if they did not come in time
     */
    public Optional<IntegrationSettings> awaitRevision(
            CompanyId company, long revision, Duration patience) {
        awaitRead();
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (changed) {
            while (!has(company, revision)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return Optional.empty();
                }
                await(left);
            }
        }
        return Optional.ofNullable(newest.get(company));
    }

    /**
     * The listener hears of every change from now on, on the thread that reads the topic: it must
     * not block.
     */
    public void onChange(Consumer<IntegrationSettings> listener) {
        listeners.add(listener);
    }

    void take(ConsumerRecord<String, byte[]> record) {
        switch (MessageCodec.read(record.value(), IntegrationSettings.class)) {
            case Parsed.Read<IntegrationSettings>(IntegrationSettings settings) -> take(settings);
            case Parsed.Tombstone<IntegrationSettings> gone -> forget(record.key());
            case Parsed.Unreadable<IntegrationSettings>(String reason) ->
                    LOG.errorf(
                            "settings can't be read partition=%d offset=%d reason=\"%s\"",
                            record.partition(), record.offset(), reason);
        }
    }

    private void take(IntegrationSettings settings) {
        synchronized (changed) {
            newest.merge(
                    settings.company(),
                    settings,
                    (old, next) -> next.revision() >= old.revision() ? next : old);
            changed.notifyAll();
        }
        listeners.forEach(listener -> listener.accept(settings));
    }

    private void forget(String key) {
        synchronized (changed) {
            newest.keySet().removeIf(company -> company.toString().equals(key));
            changed.notifyAll();
        }
    }

    private boolean has(CompanyId company, long revision) {
        IntegrationSettings settings = newest.get(company);
        return settings != null && settings.revision() >= revision;
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(changed, nanos);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void awaitRead() {
        try {
            readToEnd.await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
