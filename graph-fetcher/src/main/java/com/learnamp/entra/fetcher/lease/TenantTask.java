package com.learnamp.entra.fetcher.lease;

/**
 * Something that is done for a tenant, again and again, by its owner alone. Each tenant has a
 * thread for each kind, so that one tenant's troubles are nobody else's.
 */
public interface TenantTask {

    /** Which of a tenant's threads. */
    enum Kind {
        SUBSCRIBE,
        LOOK_UP,
        LIST,
        WATCH,
        FOLLOW
    }

    Kind kind();

    /**
     * One turn.
     *
     * @throws LeaseLost if the tenant is no longer ours: the thread ends
     */
    Turn turn(Lease lease);
}
