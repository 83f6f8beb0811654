package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.replay.Replay.ReplayStart;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay, as programs get it.
 *
 * @param company null: all companies
 * @param person null: everybody
 * @param people by what was done with them, or as a trial would be: created, linked, updated,
 *     unchanged, reactivated, rejected, waiting (a look was asked for), older (something newer is
 *     known)
 */
record ReplayAnswer(
        UUID id,
        @Nullable Long company,
        @Nullable UUID person,
        String into,
        @Nullable Instant fromTime,
        @Nullable String fromTopic,
        @Nullable Long fromOffset,
        boolean trial,
        String reason,
        String requestedBy,
        Instant requestedAt,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        int partitionsDone,
        long partitions,
        long read,
        long published,
        Map<String, Long> people,
        @Nullable String failure,
        @Nullable Instant endedAt) {

    private static final String FIGURES =
            """
            SELECT outcome, sum(people)::bigint AS people FROM provisioning.replay_figures
            WHERE replay_id = ? GROUP BY outcome
            """;

    static ReplayAnswer of(StoreTransaction transaction, ReplayRow row) throws SQLException {
        Map<String, Long> people = new TreeMap<>();
        transaction.query(
                FIGURES,
                figure -> people.put(figure.text("outcome"), figure.number("people")),
                row.replay().id());
        Replay replay = row.replay();
        ReplayStart start = replay.start();
        return new ReplayAnswer(
                replay.id(),
                replay.company() == null ? null : Long.valueOf(replay.company().value()),
                replay.person() == null ? null : replay.person().value(),
                StoredWords.of(replay.target()),
                start instanceof ReplayStart.At at ? at.time() : null,
                start instanceof ReplayStart.Offset offset ? offset.topic() : null,
                start instanceof ReplayStart.Offset offset ? Long.valueOf(offset.offset()) : null,
                replay.trial(),
                row.reason(),
                row.requestedBy(),
                row.requestedAt(),
                row.state(),
                row.decidedBy(),
                row.decidedAt(),
                row.partitionsDone(),
                replay.partitions().count(),
                row.read(),
                row.published(),
                people,
                row.failure(),
                row.endedAt());
    }
}
