package com.learnamp.entra.fetcher.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.SyncRequest.ExplainPerson;
import com.learnamp.entra.messaging.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** {@code directory.explanations}: personal data, so that none stays for longer than an hour. */
@ApplicationScoped
class Explanations {

    private static final Duration KEPT = Duration.ofHours(1);

    private static final String ANSWER =
            """
            INSERT INTO directory.explanations (question_id, company_id, failure, people, read_at)
            VALUES (?, ?, ?, ?::jsonb, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String FORGET = "DELETE FROM directory.explanations WHERE read_at < ?";

    void answer(Connection connection, ExplainPerson question, Explanation explanation, Instant now)
            throws SQLException {
        try (PreparedStatement answer = connection.prepareStatement(ANSWER)) {
            answer.setObject(1, question.question());
            answer.setLong(2, question.company().value());
            answer.setString(3, explanation.failure());
            answer.setString(4, json(explanation));
            answer.setObject(5, now.atOffset(ZoneOffset.UTC));
            answer.executeUpdate();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            forget.executeUpdate();
        }
    }

    private static String json(Explanation explanation) {
        try {
            return MessageCodec.mapper().writeValueAsString(explanation.people());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every person can be written", e);
        }
    }
}
