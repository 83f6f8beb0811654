package com.learnamp.entra.fetcher.lease;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Version;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * This process owns a tenant, as far as it knows. Its own deadline comes no later than the
 * database's, whose clock is the only one that other processes ask: so a process that slept past it
 * knows before it does anything. A lost lease never comes back; the next one has a greater epoch.
 */
public final class Lease {

    private final EntraTenantId tenant;
    private final long epoch;
    private final AtomicLong counter = new AtomicLong();
    private final AtomicLong heldUntil;
    private volatile boolean lost;

    /**
     * @param heldUntil on the scale of {@link System#nanoTime()}
     */
    public Lease(EntraTenantId tenant, long epoch, long heldUntil) {
        this.tenant = Objects.requireNonNull(tenant, "tenant");
        this.epoch = epoch;
        this.heldUntil = new AtomicLong(heldUntil);
    }

    public EntraTenantId tenant() {
        return tenant;
    }

    public long epoch() {
        return epoch;
    }

    /** To be taken just before a request is sent: the answer can't be older than this. */
    public Version nextVersion() {
        return new Version(epoch, counter.incrementAndGet());
    }

    public boolean isHeld() {
        return !lost && System.nanoTime() - heldUntil.get() < 0;
    }

    /**
     * To be called before each publish.
     *
     * @throws LeaseLost if the lease is gone
     */
    public void check() {
        if (!isHeld()) {
            lose();
            throw new LeaseLost(tenant);
        }
    }

    /** Gives it up; from now on nothing is published or written under it. */
    public void lose() {
        lost = true;
    }

    void renew(long until) {
        heldUntil.set(until);
    }

    @Override
    public String toString() {
        return "Lease[tenant=" + tenant + ", epoch=" + epoch + "]";
    }
}
