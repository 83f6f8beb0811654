package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.UserField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * People who wait for an address that somebody else holds. When holders may let go of theirs, those
 * who wait for them are decided upon together with them, and those who wait for what these in turn
 * would leave.
 */
final class Claims {

    /**
     * @param reason why he waits
     */
    record Claim(UpsertUser command, AttentionReason reason) {

        UUID object() {
            return command.user().value();
        }
    }

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
            SELECT a.payload, a.reason
            FROM freed f
            JOIN provisioning.ledger l ON l.company_id = ? AND l.claimed_email = f.email
            JOIN provisioning.attention a ON a.company_id = l.company_id AND a.object_id = l.object_id
                AND a.reason = ANY (?) AND (a.epoch, a.counter) = (l.epoch, l.counter)
            """;

    private static final String[] REASONS =
            AttentionReason.ofAddresses().stream()
                    .map(AttentionReason::label)
                    .toArray(String[]::new);

    private Claims() {}

    /**
     * @param commands of a batch, whose people may leave their addresses
     * @return of people who are not in the batch themselves
     */
    static List<Claim> waitingFor(
            CompanyTransaction transaction, People people, List<UserCommand> commands)
            throws SQLException {
        Set<UUID> inBatch = new HashSet<>();
        Set<String> left = new HashSet<>();
        for (UserCommand command : commands) {
            inBatch.add(command.user().value());
            people.boundTo(command.user().value())
                    .map(person -> person.storedValue(UserField.EMAIL))
                    .filter(email -> mayLeave(email, command, people))
                    .ifPresent(left::add);
        }
        return waitingFor(transaction, left).stream()
                .filter(claim -> !inBatch.contains(claim.object()))
                .toList();
    }

    /** Also whoever leaves, or comes back, changes what those wait for who want his address. */
    private static boolean mayLeave(String email, UserCommand command, People people) {
        return switch (command) {
            case UpsertUser upsert ->
                    !email.equals(Candidate.emailOf(upsert))
                            || people.storedEntry(command.user().value())
                                    .filter(LedgerEntry::isOutOfScope)
                                    .isPresent();
            case DeactivateUser deactivate -> true;
            case RejectUser reject -> false;
        };
    }

    private static List<Claim> waitingFor(
            CompanyTransaction transaction, Collection<String> addresses) throws SQLException {
        if (addresses.isEmpty()) {
            return List.of();
        }
        return transaction
                .query(
                        WAITING_FOR,
                        Claims::claim,
                        addresses.toArray(String[]::new),
                        transaction.company(),
                        transaction.company(),
                        REASONS)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Claim> claim(ResultSet row) throws SQLException {
        return MessageCodec.read(row.getBytes("payload"), ProvisioningCommand.class)
                                instanceof
                                Parsed.Read<ProvisioningCommand>(ProvisioningCommand command)
                        && command instanceof UpsertUser upsert
                ? Optional.of(new Claim(upsert, AttentionReason.of(row.getString("reason"))))
                : Optional.empty();
    }
}
