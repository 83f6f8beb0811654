package com.learnamp.entra.fetcher.lease;

import java.sql.SQLException;

/** Bad weather between us and the database; nothing was committed, or we can't know. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(SQLException cause) {
        super("the store does not do what it is asked", cause);
    }
}
