package com.learnamp.entra.fetcher.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.SyncRequest.ReadSample;
import com.learnamp.entra.messaging.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** {@code directory.samples}: personal data, so that none stays for longer than it is looked at. */
@ApplicationScoped
class Samples {

    private static final Duration KEPT = Duration.ofHours(1);

    private static final String ANSWER =
            """
            INSERT INTO directory.samples (sample_id, company_id, failure, people, read_at)
            VALUES (?, ?, ?, ?::jsonb, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String FORGET = "DELETE FROM directory.samples WHERE read_at < ?";

    void answer(Connection connection, ReadSample request, Sample sample, Instant now)
            throws SQLException {
        try (PreparedStatement answer = connection.prepareStatement(ANSWER)) {
            answer.setObject(1, request.sample());
            answer.setLong(2, request.company().value());
            answer.setString(3, sample.failure());
            answer.setString(4, json(sample));
            answer.setObject(5, now.atOffset(ZoneOffset.UTC));
            answer.executeUpdate();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            forget.executeUpdate();
        }
    }

    private static String json(Sample sample) {
        try {
            return MessageCodec.mapper().writeValueAsString(sample.people());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every person can be written", e);
        }
    }
}
