package com.learnamp.entra.store;

import java.sql.SQLException;
import java.util.Objects;

/** The store is away, or refuses a statement. */
public final class StoreFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";

    StoreFailed(SQLException cause) {
        super("the store failed: " + cause.getSQLState(), cause);
    }

    /** Whether there is such a row already. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException cause
                && Objects.equals(cause.getSQLState(), UNIQUE_VIOLATION);
    }
}
