package com.learnamp.entra.fetcher.graph;

import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.graph.AnsweredRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * {@code directory.graph_usage}: what each tenant costs at Graph, day by day. A table and no
 * metric, since a label for each tenant would be one too many. Some seconds of it die with a
 * process: it is a bill, and nothing depends on it.
 */
@ApplicationScoped
public class TenantUsage {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int DAYS_KEPT = 90;

    private static final String ADD =
            """
            INSERT INTO directory.graph_usage AS u (tenant_id, day, lane, requests, resource_units, throttled)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, day, lane) DO UPDATE
                SET requests = u.requests + excluded.requests,
                    resource_units = u.resource_units + excluded.resource_units,
                    throttled = u.throttled + excluded.throttled
            """;

    private static final String FORGET = "DELETE FROM directory.graph_usage WHERE day < ?";

    private record Row(UUID tenant, LocalDate day, boolean bulk) {}

    private record Sum(Cost cost, long throttled) {
        Sum plus(Sum more) {
            return new Sum(cost.plus(more.cost), throttled + more.throttled);
        }
    }

    private final DirectoryStore store;
    private final Clock clock;
    private Map<Row, Sum> unwritten = new HashMap<>();
    private Instant writtenAt = Instant.EPOCH;

    TenantUsage(DirectoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    synchronized void add(AnsweredRequest request) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        unwritten.merge(
                new Row(request.tenantId(), day, request.bulk()),
                new Sum(new Cost(1, request.resourceUnits()), request.throttled() ? 1 : 0),
                Sum::plus);
    }

    /** In every tick; most do nothing. */
    public void writeNowAndThen() {
        if (writtenAt.plus(EVERY).isBefore(clock.instant())) {
            write();
        }
    }

    public void write() {
        writtenAt = clock.instant();
        Map<Row, Sum> rows = take();
        if (rows.isEmpty()) {
            return;
        }
        boolean written = false;
        try {
            written = store.transaction(connection -> write(connection, rows));
        } finally {
            if (!written) {
                putBack(rows);
            }
        }
    }

    private boolean write(Connection connection, Map<Row, Sum> rows) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (Map.Entry<Row, Sum> row : rows.entrySet()) {
                add.setObject(1, row.getKey().tenant());
                add.setObject(2, row.getKey().day());
                add.setString(3, row.getKey().bulk() ? "bulk" : "live");
                add.setLong(4, row.getValue().cost().requests());
                add.setLong(5, row.getValue().cost().resourceUnits());
                add.setLong(6, row.getValue().throttled());
                add.addBatch();
            }
            add.executeBatch();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            forget.setObject(1, today.minusDays(DAYS_KEPT));
            forget.executeUpdate();
            return true;
        }
    }

    private synchronized Map<Row, Sum> take() {
        Map<Row, Sum> taken = unwritten;
        unwritten = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<Row, Sum> rows) {
        rows.forEach((row, sum) -> unwritten.merge(row, sum, Sum::plus));
    }
}
