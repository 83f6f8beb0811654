package com.learnamp.entra.fetcher.run;

/** What a listing does next; its checkpoint is a page of that. */
public enum Stage {
    /** What has changed since the last full listing, by delta; everybody else is told again. */
    CHANGES,
    /** Pages of the group's transitive members. */
    SCOPE,
    /** Whether that was the whole group, and how the people are read. */
    PROOF,
    /** Pages of the tenant's users with their managers, those in scope picked out. */
    TENANT_USERS,
    /** People in scope whom nothing has published yet, by look-up. */
    LOOK_UPS,
    /** People who were in scope before and were not found: a second look at each. */
    LEAVERS,
    /** The run's last word. */
    END
}
