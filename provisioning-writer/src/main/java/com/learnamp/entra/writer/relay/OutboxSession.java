package com.learnamp.entra.writer.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserState;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Outgoing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A connection that holds partitions of the outbox. Each is held by one session of the database at
 * a time, and free at once when that session ends, however it ends.
 */
final class OutboxSession implements AutoCloseable {

    /** Of the relay's advisory locks, beside the companies'. */
    private static final int LOCKS = 7022;

    private static final String TAKE =
            "SELECT partition FROM unnest(?) AS free(partition) WHERE pg_try_advisory_lock("
                    + LOCKS
                    + ", partition)";

    private static final String NEXT =
            """
            SELECT o.id, o.partition, o.record_key, o.headers, o.payload, o.lane, o.created_at
            FROM unnest(?) AS held(partition)
            CROSS JOIN LATERAL (
                SELECT n.id, n.partition, n.record_key, n.headers, n.payload, n.lane, n.created_at
                FROM provisioning.outbox n
                WHERE n.topic = ? AND n.partition = held.partition
                ORDER BY n.id LIMIT ?) o
            ORDER BY o.id
            """;

    private static final String DONE = "DELETE FROM provisioning.outbox WHERE id = ANY (?)";

    private static final String STATES =
            "SELECT company_id, user_id, object_id, change_counter, fields"
                    + " FROM learnamp.user_states(?)";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Connection connection;
    private final Set<Integer> held = new TreeSet<>();

    OutboxSession(Connection connection) {
        this.connection = connection;
    }

    /** Takes whatever partitions nobody holds. */
    void takeFree() throws SQLException {
        Integer[] wanted =
                IntStream.range(0, Topic.USER_EVENTS.partitions())
                        .filter(partition -> !held.contains(partition))
                        .boxed()
                        .toArray(Integer[]::new);
        if (wanted.length == 0) {
            return;
        }
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setArray(1, connection.createArrayOf("int4", wanted));
            try (ResultSet taken = take.executeQuery()) {
                while (taken.next()) {
                    held.add(taken.getInt(1));
                }
            }
        }
    }

    Set<Integer> held() {
        return Set.copyOf(held);
    }

    /** The oldest of each partition held, in the order of their ids. */
    List<OutboxRow> next(int most) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setArray(1, connection.createArrayOf("int4", held.toArray()));
            next.setString(2, Topic.USER_EVENTS.topicName());
            next.setInt(3, most);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet read = next.executeQuery()) {
                while (read.next()) {
                    rows.add(row(read));
                }
            }
            return rows;
        }
    }

    /** Whom these events are about, each as he is now; a tombstone for whoever was erased. */
    List<Outgoing> states(List<OutboxRow> rows) throws SQLException {
        Long[] users = rows.stream().map(OutboxRow::user).distinct().toArray(Long[]::new);
        try (PreparedStatement find = connection.prepareStatement(STATES)) {
            find.setArray(1, connection.createArrayOf("int8", users));
            Map<String, Outgoing> states = new LinkedHashMap<>();
            for (OutboxRow row : rows) {
                states.put(row.key(), row.withoutState());
            }
            try (ResultSet read = find.executeQuery()) {
                while (read.next()) {
                    UserState state = state(read);
                    states.put(state.key().text(), Outgoing.of(Topic.USER_STATES, state));
                }
            }
            return List.copyOf(states.values());
        }
    }

    /** Forgets what Kafka has. */
    void done(List<OutboxRow> published) throws SQLException {
        Long[] ids = published.stream().map(OutboxRow::id).toArray(Long[]::new);
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setArray(1, connection.createArrayOf("int8", ids));
            done.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getInt("partition"),
                row.getString("record_key"),
                texts(row.getString("headers")),
                row.getBytes("payload"),
                row.getString("lane"),
                row.getTimestamp("created_at").toInstant());
    }

    private static UserState state(ResultSet row) throws SQLException {
        @Nullable UUID object = row.getObject("object_id", UUID.class);
        return new UserState(
                new CompanyId(row.getLong("company_id")),
                row.getLong("user_id"),
                object == null ? null : new EntraObjectId(object),
                row.getLong("change_counter"),
                texts(row.getString("fields")));
    }

    private static Map<String, String> texts(String json) {
        try {
            return MessageCodec.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers and fields are texts by name", e);
        }
    }
}
