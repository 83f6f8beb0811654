package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * People who wait for an address that somebody else holds. When holders may let go of theirs, those
 * who wait for them are decided upon together with them, and those who wait for what these in turn
 * would leave.
 */
final class Claims {

    private static final String WAITING_FOR =
            """
            WITH RECURSIVE freed(email) AS (
                SELECT unnest(?)
                UNION
                SELECT u.email
                FROM freed f
                JOIN provisioning.ledger l ON l.company_id = ? AND l.claimed_email = f.email
                JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            )
            SELECT a.payload
            FROM freed f
            JOIN provisioning.ledger l ON l.company_id = ? AND l.claimed_email = f.email
            JOIN provisioning.attention a ON a.company_id = l.company_id AND a.object_id = l.object_id
                AND a.reason = ? AND (a.epoch, a.counter) = (l.epoch, l.counter)
            """;

    private Claims() {}

    /**
     * @param addresses that may be freed
     */
    static List<UpsertUser> waitingFor(CompanyTransaction transaction, Collection<String> addresses)
            throws SQLException {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return transaction
                .query(
                        WAITING_FOR,
                        row -> command(row.getBytes("payload")),
                        addresses.toArray(String[]::new),
                        transaction.company(),
                        transaction.company(),
                        AttentionReason.EMAIL_TAKEN.label())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<UpsertUser> command(byte[] payload) {
        return MessageCodec.read(payload, ProvisioningCommand.class)
                                instanceof
                                Parsed.Read<ProvisioningCommand>(ProvisioningCommand command)
                        && command instanceof UpsertUser upsert
                ? Optional.of(upsert)
                : Optional.empty();
    }
}
