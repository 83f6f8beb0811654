package com.learnamp.entra.fetcher.tenant;

import com.learnamp.entra.fetcher.graph.TenantUsage;
import com.learnamp.entra.fetcher.lease.LeaseConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The heartbeat, on a thread of its own: nothing that waits for Graph or Kafka may hold it up. */
@ApplicationScoped
public class Ticker {

    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final OwnTenants ownTenants;
    private final MeasureBacklog backlog;
    private final TenantUsage usage;
    private final LeaseConfig config;
    private final ScheduledExecutorService executor =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().name("lease-ticker").daemon().factory());
    private volatile long lastTick = System.nanoTime();

    Ticker(OwnTenants ownTenants, MeasureBacklog backlog, TenantUsage usage, LeaseConfig config) {
        this.ownTenants = ownTenants;
        this.backlog = backlog;
        this.usage = usage;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long tick = config.tick().toMillis();
        executor.scheduleWithFixedDelay(
                () -> patiently(ownTenants::renew), tick, tick, TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(this::tick, 0, tick, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
        patiently(() -> {
            awaitLastTick(); // It might claim what is just being given back.
            ownTenants.stop();
            usage.write();
        });
    }

    /** When the last tick ended, well or not, on the scale of {@link System#nanoTime()}. */
    long lastTick() {
        return lastTick;
    }

    private void tick() {
        patiently(() -> {
            ownTenants.tick();
            backlog.measureNowAndThen();
            usage.writeNowAndThen();
        });
        lastTick = System.nanoTime();
    }

    private void awaitLastTick() {
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("a tick takes too long at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leases run out by themselves, and what is due stays due: the next tick does it. */
    private static void patiently(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("bad weather in a tick cause=%s", e.getClass().getName());
            LOG.debug("bad weather in detail", e);
        }
    }
}
