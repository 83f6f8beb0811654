package com.learnamp.entra.console.settings;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of Microsoft Graph for a tenant in a day, by graph-fetcher.
 *
 * @param day of UTC
 * @param requests over HTTP: a batch is one
 * @param resourceUnits as Graph counts them
 * @param throttled how many of the requests Graph refused as too many
 */
public record GraphUsage(LocalDate day, long requests, long resourceUnits, long throttled) {

    private static final String READ =
            """
            SELECT day::text, sum(requests)::bigint AS requests, sum(resource_units)::bigint AS resource_units,
                   sum(throttled)::bigint AS throttled
            FROM directory.graph_usage WHERE tenant_id = ? GROUP BY day ORDER BY day DESC LIMIT 7
            """;

    /** Of the last days that had any, the newest first; nothing where nobody is followed. */
    public static List<GraphUsage> latest(StoreTransaction transaction, Integration integration)
            throws SQLException {
        @Nullable EntraTenantId tenant = integration.tenant();
        return tenant == null || !integration.isActive()
                ? List.of()
                : transaction.query(READ, GraphUsage::usage, tenant.value());
    }

    private static GraphUsage usage(StoredRow row) throws SQLException {
        return new GraphUsage(
                LocalDate.parse(row.text("day")),
                row.number("requests"),
                row.number("resource_units"),
                row.number("throttled"));
    }
}
