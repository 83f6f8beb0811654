package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ErasureKey;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Commands about people who were erased, and that were under way, do nothing. Another account with
 * the address of one of them waits for an admin, who alone knows whether it is somebody else.
 */
@ApplicationScoped
class LeaveOutErased {

    private static final String ANY =
            "SELECT EXISTS (SELECT FROM provisioning.suppressions WHERE company_id = ?)";

    private static final String AMONG =
            """
            SELECT encode(hash, 'hex') FROM provisioning.suppressions
            WHERE company_id = ? AND encode(hash, 'hex') = ANY (?)
            """;

    private final ErasureKey key;

    LeaveOutErased(ErasureConfig config) {
        this.key = ErasureKey.parse(config.key());
    }

    List<UserCommand> of(CompanyTransaction transaction, List<UserCommand> commands, Instant now)
            throws SQLException {
        CompanyId company = transaction.company();
        if (!transaction.query(ANY, row -> row.getBoolean(1), company).getFirst()) {
            return commands;
        }
        Set<String> erased = erased(transaction, commands);
        List<UserCommand> rest = new ArrayList<>();
        List<Attention> waiting = new ArrayList<>();
        for (UserCommand command : commands) {
            if (erased.contains(object(company, command))) {
                continue;
            }
            if (command instanceof UpsertUser upsert && erased.contains(address(company, upsert))) {
                waiting.add(Attention.of(upsert, AttentionReason.ERASED_ADDRESS, null));
            } else {
                rest.add(command);
            }
        }
        Attention.raise(transaction, waiting, now);
        return rest;
    }

    private Set<String> erased(CompanyTransaction transaction, List<UserCommand> commands)
            throws SQLException {
        CompanyId company = transaction.company();
        Set<String> hashes = new HashSet<>();
        for (UserCommand command : commands) {
            hashes.add(object(company, command));
            if (command instanceof UpsertUser upsert) {
                hashes.add(address(company, upsert));
            }
        }
        return new HashSet<>(
                transaction.query(
                        AMONG, row -> row.getString(1), company, hashes.toArray(String[]::new)));
    }

    private String object(CompanyId company, UserCommand command) {
        return HexFormat.of().formatHex(key.hash(company, command.user()));
    }

    private String address(CompanyId company, UpsertUser upsert) {
        return HexFormat.of().formatHex(key.hash(company, Candidate.emailOf(upsert)));
    }
}
