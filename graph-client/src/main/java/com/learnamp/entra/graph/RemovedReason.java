package com.learnamp.entra.graph;

/** Why an object left the directory. */
public enum RemovedReason {
    /** In the bin, restorable. Graph's word is {@code changed}. */
    SOFT_DELETED,
    /** Purged. Graph's word is {@code deleted}. */
    PURGED
}
