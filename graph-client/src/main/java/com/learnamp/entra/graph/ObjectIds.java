package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Object ids out of answers: always GUIDs, and never missing. */
final class ObjectIds {

    private ObjectIds() {}

    static UUID parse(@Nullable String id) {
        try {
            return UUID.fromString(GraphCalls.present(id, "an object id"));
        } catch (IllegalArgumentException strange) {
            throw new GraphException(
                    Category.MALFORMED,
                    "Microsoft Graph's answer has an object id that is no GUID",
                    null,
                    null,
                    strange);
        }
    }
}
