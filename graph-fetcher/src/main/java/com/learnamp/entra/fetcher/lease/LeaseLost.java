package com.learnamp.entra.fetcher.lease;

import com.learnamp.entra.contracts.EntraTenantId;

/** Another process may own the tenant by now: stop, write nothing, publish nothing. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(EntraTenantId tenant) {
        super("the lease of tenant " + tenant + " is gone");
    }
}
