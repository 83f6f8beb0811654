package com.learnamp.entra.writer.company;

/** Bad weather at the store: the same work can succeed later, untouched. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(Throwable cause) {
        super("the store is unavailable", cause);
    }
}
