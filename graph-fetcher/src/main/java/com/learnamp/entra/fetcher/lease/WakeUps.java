package com.learnamp.entra.fetcher.lease;

import com.learnamp.entra.contracts.EntraTenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Calls to threads that rest. A call that comes while its thread works is not lost; several are
 * one. A tenant of another process hears nothing: its owner sees the row within a tick.
 */
@ApplicationScoped
public class WakeUps {

    /** One thread's bell. */
    public record Bell(EntraTenantId tenant, TenantTask.Kind kind) {}

    private final Map<Bell, Semaphore> bells = new ConcurrentHashMap<>();

    public void wake(EntraTenantId tenant, TenantTask.Kind kind) {
        Semaphore bell = bells.get(new Bell(tenant, kind));
        if (bell != null && bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** The bell that a thread waits at. */
    public Semaphore hang(Bell bell) {
        Semaphore hung = new Semaphore(0);
        bells.put(bell, hung);
        return hung;
    }

    /** Unless another thread has hung its own there by now. */
    public void takeDown(Bell bell, Semaphore hung) {
        bells.remove(bell, hung);
    }
}
