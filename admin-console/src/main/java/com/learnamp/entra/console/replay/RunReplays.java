package com.learnamp.entra.console.replay;

import com.learnamp.entra.messaging.PublishFailed;
import com.learnamp.entra.messaging.ScanTopics;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.store.StoreFailed;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Carries out what was asked for.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.replays}; the users topics or the command topics, read
 *     without a group</td></tr>
 * <tr><td>out</td><td>{@code entra.users-bulk.v1} or {@code provisioning.commands-bulk.v1}</td></tr>
 * <tr><td>state</td><td>the row: how many partitions are done. One instance works on it at a
 *     time, under a lease</td></tr>
 * <tr><td>duplicates</td><td>a partition that was not done is begun again: what is said twice
 *     changes nothing</td></tr>
 * <tr><td>order</td><td>that of the partition; only the newest message about somebody is said</td></tr>
 * <tr><td>permanent failure</td><td>the replay has failed, with the reason</td></tr>
 * <tr><td>transient failure</td><td>Kafka or the store is away: the lease ends, and the partition is
 *     begun again</td></tr>
 * </table>
 */
@ApplicationScoped
class RunReplays {

    private static final Logger LOG = Logger.getLogger(RunReplays.class);

    private final ReplayProgress progress;
    private final ScanTopics scan;
    private final TopicPublisher publisher;
    private final AwaitServices services;

    RunReplays(
            ReplayProgress progress,
            ScanTopics scan,
            TopicPublisher publisher,
            AwaitServices services) {
        this.progress = progress;
        this.scan = scan;
        this.publisher = publisher;
        this.services = services;
    }

    @Scheduled(
            every = "${console.replay.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        claimed();
    }

    /** Until nobody waits any more. */
    void claimed() {
        Optional<ReplayRow> claimed = progress.claim();
        while (claimed.isPresent()) {
            run(claimed.get());
            claimed = progress.claim();
        }
    }

    private void run(ReplayRow row) {
        Replay replay = row.replay();
        UUID id = replay.id();
        LOG.infof("replay begins replay=%s trial=%s", id, replay.trial());
        try {
            if (partitions(row) && services.haveDone(replay, () -> progress.made(id, 0, 0))) {
                progress.finished(id);
                LOG.infof("replay has ended replay=%s", id);
            }
        } catch (KafkaException | PublishFailed | StoreFailed e) {
            LOG.warnf("bad weather, the replay goes on later replay=%s cause=%s", id, e.getClass());
        } catch (RuntimeException e) {
            LOG.errorf(e, "a replay failed replay=%s", id);
            progress.failed(id, "It failed: " + e.getClass().getSimpleName());
        }
    }

    private boolean partitions(ReplayRow row) {
        Replay replay = row.replay();
        IntStream rest = replay.partitions().skip(row.partitionsDone());
        return rest.allMatch(partition ->
                new ReplayPartition(
                                        replay,
                                        scan,
                                        publisher,
                                        (read, published) ->
                                                progress.made(replay.id(), read, published))
                                .run(partition)
                        && progress.partitionDone(replay.id()));
    }
}
