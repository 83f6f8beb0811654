package com.learnamp.entra.fetcher.tenant;

/**
 * How many of the tenants one process owns, so that all that are alive own about as many.
 *
 * @param most how many it may own; all processes together have room for every tenant
 */
record Share(int most) {

    /**
     * @param tenants that are to be owned by somebody
     * @param alive processes, at least one
     */
    static Share of(int tenants, int alive) {
        return new Share(Math.ceilDiv(tenants, alive));
    }

    /** How many more it may claim. */
    int room(int owned) {
        return Math.max(0, most - owned);
    }

    /** How many it gives back, a few at a time, since work under way is begun elsewhere again. */
    int excess(int owned, int atOnce) {
        return Math.clamp(owned - most, 0, atOnce);
    }
}
