package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.TopicPublisher;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Writes hints to Kafka, in the time that Graph allows, or says that it could not. */
@ApplicationScoped
class WriteHints {

    private static final Logger LOG = Logger.getLogger(WriteHints.class);

    private final TopicPublisher publisher;
    private final Circuit circuit;
    private final Duration timeout;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    WriteHints(TopicPublisher publisher, ReceiverConfig config) {
        this.publisher = publisher;
        this.circuit = new Circuit(config.pauseAfterFailure(), System::nanoTime);
        this.timeout = config.writeTimeout();
    }

    /** Makes the producer, so that the first notification need not pay for it. */
    void prepare() {
        publisher.publish(List.of());
    }

    /**
     * @return whether all replicas in sync have all of them
     */
    boolean write(List<ChangeNotification> hints) {
        if (hints.isEmpty()) {
            return true;
        }
        if (!circuit.letsThrough()) {
            return false;
        }
        Future<?> writing =
                writers.submit(
                        Context.current()
                                .wrap(() -> publisher.publish(Topic.NOTIFICATIONS, hints)));
        try {
            writing.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            circuit.succeeded();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return failed(writing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(writing, e);
        }
    }

    private boolean failed(Future<?> writing, Exception failure) {
        writing.cancel(true);
        circuit.failed();
        LOG.warnf("Kafka does not take notifications failure=%s", failure.getClass().getName());
        return false;
    }

    @PreDestroy
    void stop() {
        writers.shutdownNow();
    }
}
