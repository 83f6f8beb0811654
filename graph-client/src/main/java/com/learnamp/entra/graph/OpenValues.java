package com.learnamp.entra.graph;

import com.microsoft.kiota.serialization.UntypedArray;
import com.microsoft.kiota.serialization.UntypedNode;
import com.microsoft.kiota.serialization.UntypedObject;
import com.microsoft.kiota.serialization.UntypedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a delta the SDK has no types for: {@code @removed}, {@code members@delta}, {@code
 * manager@delta}.
 */
final class OpenValues {

    private static final String REMOVED = "@removed";

    private OpenValues() {}

    /** The references in such an array; anything else in it makes no sense and is left out. */
    static List<UntypedObject> references(@Nullable Object value) {
        List<UntypedObject> found = new ArrayList<>();
        if (value instanceof UntypedArray array) {
            for (UntypedNode node : array.getValue()) {
                if (node instanceof UntypedObject reference) {
                    found.add(reference);
                }
            }
        }
        return found;
    }

    static UUID id(UntypedObject reference) {
        return ObjectIds.parse(text(reference.getValue().get("id")));
    }

    static boolean group(UntypedObject reference) {
        return "#microsoft.graph.group"
                .equalsIgnoreCase(text(reference.getValue().get("@odata.type")));
    }

    static boolean removed(UntypedObject reference) {
        return reference.getValue().containsKey(REMOVED);
    }

    /**
     * Null when the object is still there. The milder reason, unless Graph clearly says the other.
     */
    static @Nullable RemovedReason removedReason(Map<String, Object> additionalData) {
        if (!additionalData.containsKey(REMOVED)) {
            return null;
        }
        boolean purged =
                additionalData.get(REMOVED) instanceof UntypedObject removed
                        && "deleted".equalsIgnoreCase(text(removed.getValue().get("reason")));
        return purged ? RemovedReason.PURGED : RemovedReason.SOFT_DELETED;
    }

    private static @Nullable String text(@Nullable UntypedNode node) {
        return node instanceof UntypedString string ? string.getValue() : null;
    }
}
