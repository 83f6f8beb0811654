package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who needs a person's eye.
 *
 * @param detail for that person; may hold personal data
 * @param payload the command, to be tried again, or to name somebody
 */
record Attention(
        UserCommand command,
        AttentionReason reason,
        @Nullable String detail,
        byte @Nullable [] payload) {

    private static final String RAISE =
            """
            INSERT INTO provisioning.attention AS a (
                company_id, object_id, reason, detail, epoch, counter, payload, since)
            SELECT ?, r.object_id, r.reason, r.detail, r.epoch, r.counter, decode(r.payload, 'base64'), ?
            FROM jsonb_to_recordset(?::jsonb) AS r(
                object_id uuid, reason text, detail text, epoch bigint, counter bigint, payload text)
            ON CONFLICT (company_id, object_id, reason) DO UPDATE
            SET detail = excluded.detail, epoch = excluded.epoch, counter = excluded.counter,
                payload = excluded.payload, attempts = a.attempts + 1
            WHERE (a.epoch, a.counter) < (excluded.epoch, excluded.counter)
            """;

    private static final String SETTLE =
            """
            DELETE FROM provisioning.attention a
            WHERE a.company_id = ? AND a.object_id = ANY (?) AND a.reason = ANY (?)
              AND NOT EXISTS (SELECT FROM unnest(?, ?) AS r(object_id, reason)
                              WHERE r.object_id = a.object_id AND r.reason = a.reason)
            """;

    static Attention of(UserCommand command, AttentionReason reason, @Nullable String detail) {
        return new Attention(command, reason, detail, null);
    }

    /** With the command, which alone names somebody whom Learn Amp does not have. */
    static Attention naming(RejectUser reject) {
        return new Attention(
                reject, AttentionReason.of(reject.reason()), null, MessageCodec.write(reject));
    }

    /** With the command, so that it can be carried out once its obstacle is gone. */
    static Attention retryable(
            UserCommand command, AttentionReason reason, @Nullable String detail) {
        return new Attention(command, reason, detail, MessageCodec.write(command));
    }

    UUID object() {
        return command.user().value();
    }

    /**
     * @return how many of them are new, or of a newer version
     */
    static int raise(CompanyTransaction transaction, List<Attention> raised, Instant now)
            throws SQLException {
        return raised.isEmpty()
                ? 0
                : transaction.update(
                        RAISE,
                        transaction.company(),
                        now,
                        Json.of(raised.stream().map(Attention::row).toList()));
    }

    /** Takes away what these objects needed, but for what has just been raised. */
    static void settle(
            CompanyTransaction transaction, Collection<UUID> applied, List<Attention> raised)
            throws SQLException {
        transaction.update(
                SETTLE,
                transaction.company(),
                applied.toArray(UUID[]::new),
                AttentionReason.labels(),
                raised.stream().map(Attention::object).toArray(UUID[]::new),
                raised.stream().map(one -> one.reason().label()).toArray(String[]::new));
    }

    private Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("object_id", object());
        row.put("reason", reason.label());
        row.put("detail", detail);
        row.put("epoch", command.version().epoch());
        row.put("counter", command.version().counter());
        row.put("payload", payload);
        return row;
    }
}
