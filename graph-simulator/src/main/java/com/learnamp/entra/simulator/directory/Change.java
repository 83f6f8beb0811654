package com.learnamp.entra.simulator.directory;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in the directory. Applying the changes in their order to the directory
 * that a seed gives makes the same directory again.
 *
 * @param otherId the manager or the member; null where there is none
 * @param before the previous values of what changed
 */
public record Change(
        long sequence,
        Instant at,
        Action action,
        ObjectKind kind,
        String objectId,
        @Nullable String otherId,
        Map<String, @Nullable Object> after,
        Map<String, @Nullable Object> before) {

    public enum Action {
        CREATED,
        UPDATED,
        DELETED,
        RESTORED,
        PURGED,
        MANAGER_SET,
        MANAGER_CLEARED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        PHOTO_SET,
        PHOTO_REMOVED
    }
}
