package com.learnamp.entra.console.outbox;

import com.learnamp.entra.contracts.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A connection that may hold the console's outbox. One session of the database holds it at a time,
 * and it is free at once when that session ends, however it ends.
 */
final class OutboxSession implements AutoCloseable {

    /** Beside the locks of companies and of the writer's relay. */
    private static final String TAKE = "SELECT pg_try_advisory_lock(7023, 0)";

    private static final Map<String, Topic> TOPICS =
            Stream.of(Topic.INTEGRATIONS, Topic.SYNC_REQUESTS)
                    .collect(Collectors.toMap(Topic::topicName, Function.identity()));

    private static final String NEXT =
            """
            SELECT id, topic, partition, record_key, payload FROM provisioning.outbox
            WHERE topic = ANY (?) ORDER BY id LIMIT ?
            """;

    private static final String DONE = "DELETE FROM provisioning.outbox WHERE id = ANY (?)";

    private final Connection connection;

    OutboxSession(Connection connection) {
        this.connection = connection;
    }

    /** Tries to become the one who publishes. */
    boolean take() throws SQLException {
        try (Statement take = connection.createStatement()) {
            take.execute("LISTEN " + Outbox.BELL);
            try (ResultSet taken = take.executeQuery(TAKE)) {
                return taken.next() && taken.getBoolean(1);
            }
        }
    }

    List<OutboxRow> next(int most) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setArray(1, connection.createArrayOf("text", TOPICS.keySet().toArray()));
            next.setInt(2, most);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet read = next.executeQuery()) {
                while (read.next()) {
                    rows.add(row(read));
                }
            }
            return rows;
        }
    }

    /** Forgets what Kafka has. */
    void done(List<OutboxRow> published) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", published.stream().map(OutboxRow::id).toArray()));
            done.executeUpdate();
        }
    }

    /** Waits until something was committed here, or for so long. */
    void await(Duration longest) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(longest.toMillis()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        return new OutboxRow(
                row.getLong("id"),
                Objects.requireNonNull(TOPICS.get(topic), topic),
                row.getInt("partition"),
                row.getString("record_key"),
                row.getBytes("payload"));
    }
}
