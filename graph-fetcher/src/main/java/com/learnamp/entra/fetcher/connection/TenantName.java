package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.graph.GraphDirectory;
import com.learnamp.entra.graph.GraphException;
import org.jspecify.annotations.Nullable;

/** What an admin calls his tenant: nice to have, and nothing depends on it. */
final class TenantName {

    private TenantName() {}

    /**
     * @return null where Graph does not tell it, as by the two permissions that are asked for it
     *     need not
     */
    static @Nullable String read(GraphDirectory graph) {
        try {
            return graph.organization().displayName();
        } catch (GraphException refused) {
            return switch (refused.category()) {
                case CONSENT_MISSING, FORBIDDEN -> null;
                default -> throw refused;
            };
        }
    }
}
