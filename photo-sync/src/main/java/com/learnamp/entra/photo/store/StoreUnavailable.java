package com.learnamp.entra.photo.store;

import java.sql.SQLException;

/** The database did not do what it was asked. Nothing of the transaction stays. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(SQLException cause) {
        super("the store did not answer as it should, state " + cause.getSQLState(), cause);
    }
}
