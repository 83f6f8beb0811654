package com.learnamp.entra.stack.parts;

import com.learnamp.entra.contracts.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Up when the broker answers and has every topic. */
public final class BrokerHealth implements Supplier<Optional<String>>, AutoCloseable {

    private final Admin admin;

    public BrokerHealth(String bootstrapServers) {
        this.admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "reconnect.backoff.max.ms",
                                "500"));
    }

    @Override
    public Optional<String> get() {
        try {
            Set<String> names = admin.listTopics().names().get(3, TimeUnit.SECONDS);
            return Stream.of(Topic.values()).map(Topic::topicName).allMatch(names::contains)
                    ? Optional.empty()
                    : Optional.of("topics are being created");
        } catch (ExecutionException | TimeoutException notYet) {
            return Optional.of("does not answer yet");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
