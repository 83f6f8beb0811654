package com.learnamp.entra.photo.sync;

import com.learnamp.entra.photo.queue.PhotoQueue;
import com.learnamp.entra.photo.store.StoreUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * A thread for each tenant that has photos to look at: one tenant's bad weather is its own. They
 * take turns, a batch each, so that a huge tenant holds up no small one.
 */
@ApplicationScoped
class WorkTenants {

    private static final Logger LOG = Logger.getLogger(WorkTenants.class);

    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns;
    private final PhotoQueue queue;
    private final SyncPhotos sync;

    WorkTenants(PhotoQueue queue, SyncPhotos sync, SyncConfig config) {
        this.queue = queue;
        this.sync = sync;
        this.turns = new Semaphore(config.tenantsAtOnce(), true);
    }

    @Scheduled(
            every = "${photos.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void start() {
        try {
            for (UUID tenant : queue.tenantsWithDueLookups()) {
                if (working.add(tenant)) {
                    threads.execute(() -> work(tenant));
                }
            }
        } catch (StoreUnavailable e) {
            LOG.warn("the photo queue can't be read, trying again");
        }
    }

    private void work(UUID tenant) {
        try {
            boolean more = true;
            while (more && !threads.isShutdown()) {
                more = takeTurn(tenant);
            }
        } catch (RuntimeException e) {
            // The claims run out, and the rows are worked again.
            LOG.warnf("photos of a tenant stopped tenant=%s cause=%s", tenant, e.getClass());
            LOG.debug("photos of a tenant stopped", e);
        } finally {
            working.remove(tenant);
        }
    }

    private boolean takeTurn(UUID tenant) {
        turns.acquireUninterruptibly();
        try {
            return sync.syncSome(tenant);
        } finally {
            turns.release();
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
