package com.learnamp.entra.graph;

/** What {@code directory/deletedItems} says of an id. */
public enum DeletedState {
    /** In the bin, restorable for 30 days from its deletion. */
    SOFT_DELETED,
    /** Not in the bin: there, purged, or not replicated yet. */
    NOT_DELETED
}
