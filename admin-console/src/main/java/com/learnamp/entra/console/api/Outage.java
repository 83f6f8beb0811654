package com.learnamp.entra.console.api;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Whether a failure means that the store is away for a while, so that asking again helps. */
public final class Outage {

    /** Classes of SQLSTATE: connection exception, operator intervention, too few resources. */
    private static final String[] AWAY = {"08", "57", "53"};

    private static final int DEEPEST = 20;

    private Outage() {}

    public static boolean explains(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLTransientException
                    || (cause instanceof SQLException store && isAway(store))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        // The pool itself gives up without any.
        if (state == null) {
            return failure.getMessage() != null
                    && failure.getMessage().startsWith("Sorry, acquisition timeout!");
        }
        for (String away : AWAY) {
            if (state.startsWith(away)) {
                return true;
            }
        }
        return false;
    }
}
