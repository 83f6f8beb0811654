package com.learnamp.entra.graph;

import java.util.Collection;
import java.util.UUID;

/**
 * Delta queries: the safety net for lost notifications. Links are opaque and belong to the caller.
 */
public interface GraphChanges {

    /** A link that yields the changes to users from now on. */
    String latestUsersDeltaLink(UserSelection selection);

    /**
     * A link that yields the changes to these groups and their direct members from now on.
     *
     * @param groups at most 50; without any, those of all groups in the tenant
     */
    String latestGroupsDeltaLink(Collection<UUID> groups);

    /**
     * The page behind a link from {@link #latestUsersDeltaLink} or from an earlier page.
     *
     * @throws GraphException {@code RESYNC_REQUIRED} when the link has expired: list everything
     *     again
     */
    DeltaPage<UserChange> usersDelta(String link);

    /**
     * As {@link #usersDelta}, for groups. A large group may come in several pieces: merge them by
     * its id.
     */
    DeltaPage<GroupChange> groupsDelta(String link);
}
