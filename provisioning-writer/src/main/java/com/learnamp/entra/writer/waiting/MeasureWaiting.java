package com.learnamp.entra.writer.waiting;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** How much waits in the store, of all companies: the same numbers from each process. */
@ApplicationScoped
class MeasureWaiting {

    private static final Logger LOG = Logger.getLogger(MeasureWaiting.class);

    private static final String WAITING =
            "SELECT what, which, rows, oldest FROM provisioning.waiting()";

    private final DataSource store;
    private final Map<Queue, QueueGauges> gauges = new EnumMap<>(Queue.class);

    MeasureWaiting(DataSource store, MeterRegistry registry, Clock clock) {
        this.store = store;
        for (Queue queue : Queue.values()) {
            gauges.put(queue, new QueueGauges(queue, registry, clock));
        }
    }

    void start(@Observes StartupEvent event) {
        gauges.values().forEach(queue -> queue.show(List.of()));
    }

    @Scheduled(
            every = "${writer.waiting.every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            List<Waiting> waiting = read();
            gauges.forEach((queue, shown) -> shown.show(queue.of(waiting)));
        } catch (SQLException e) {
            LOG.warnf("bad weather, what waits is not measured cause=%s", e.getClass().getName());
        }
    }

    private List<Waiting> read() throws SQLException {
        try (Connection connection = store.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet rows = statement.executeQuery()) {
            List<Waiting> waiting = new ArrayList<>();
            while (rows.next()) {
                waiting.add(
                        new Waiting(
                                rows.getString("what"),
                                rows.getString("which"),
                                rows.getLong("rows"),
                                rows.getTimestamp("oldest").toInstant()));
            }
            return waiting;
        }
    }
}
