package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.fetcher.lease.Lease;
import com.learnamp.entra.fetcher.lease.LeaseLost;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.Turn;
import com.learnamp.entra.fetcher.lease.WakeUps;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/** One thread of one tenant: turn after turn of one task, for as long as the lease is held. */
final class WorkForTenant implements Runnable {

    private static final Logger LOG = Logger.getLogger(WorkForTenant.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Lease lease;
    private final TenantTask task;
    private final WakeUps wakeUps;
    private int failures;

    WorkForTenant(Lease lease, TenantTask task, WakeUps wakeUps) {
        this.lease = lease;
        this.task = task;
        this.wakeUps = wakeUps;
    }

    @Override
    public void run() {
        WakeUps.Bell name = new WakeUps.Bell(lease.tenant(), task.kind());
        Semaphore bell = wakeUps.hang(name);
        try {
            while (lease.isHeld()) {
                await(turn(), bell);
            }
        } catch (LeaseLost | InterruptException | InterruptedException ended) {
            LOG.debugf("work ended tenant=%s task=%s", lease.tenant(), task.kind());
        } finally {
            // A lease that ran out while the store was away could still be renewed, and the tenant
            // would be owned by nobody who works: it is claimed anew instead.
            lease.lose();
            wakeUps.takeDown(name, bell);
        }
    }

    private Turn turn() {
        try {
            Turn turn = task.turn(lease);
            failures = 0;
            return turn;
        } catch (LeaseLost | InterruptException ended) {
            throw ended;
        } catch (RuntimeException weather) {
            failures++;
            LOG.warnf(
                    "bad weather, trying again tenant=%s task=%s failures=%d cause=%s",
                    lease.tenant(), task.kind(), failures, weather.getClass().getName());
            LOG.debug("bad weather in detail", weather);
            return new Turn.Pause(pause());
        }
    }

    private Duration pause() {
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
    }

    private static void await(Turn turn, Semaphore bell) throws InterruptedException {
        switch (turn) {
            case Turn.Again again -> {}
            case Turn.Rest(Duration atMost) -> {
                if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
            case Turn.Pause(Duration length) -> Thread.sleep(length);
        }
    }
}
