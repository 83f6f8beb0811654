package com.learnamp.entra.writer.company;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The store will never take this data: a rule of the schema, or a value that it can't hold. */
public final class RefusedByStore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message names the rule and none of the data. */
    RefusedByStore(SQLException cause) {
        super("the store refuses it: " + rule(cause), cause);
    }

    private static String rule(SQLException cause) {
        if (cause instanceof PSQLException postgres) {
            @Nullable ServerErrorMessage told = postgres.getServerErrorMessage();
            @Nullable String constraint = told == null ? null : told.getConstraint();
            if (constraint != null) {
                return constraint;
            }
        }
        return "SQL state " + cause.getSQLState();
    }
}
