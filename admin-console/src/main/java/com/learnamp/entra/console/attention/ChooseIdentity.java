package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.syncs.AskForLook;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who somebody in Entra is, as an admin says, and has him looked at: the writer does
 * what the look says, by this word.
 */
@ApplicationScoped
class ChooseIdentity {

    /** What became of the word. */
    enum Outcome {
        ASKED,
        /** He doesn't wait for anybody's word, or not for this one. */
        NOT_POSSIBLE,
        NOT_CONNECTED
    }

    private static final String WAITING =
            """
            SELECT a.reason, l.user_id, h.id AS holder
            FROM provisioning.attention a
            JOIN provisioning.ledger l ON l.company_id = a.company_id AND l.object_id = a.object_id
            JOIN learnamp.users h ON h.company_id = l.company_id AND h.email = l.claimed_email
            WHERE a.object_id = ? AND a.reason IN ('holder_gone', 'link_unconfirmed')
            """;

    private static final String CONNECTED =
            "SELECT company_id FROM provisioning.integrations WHERE status = 'active'";

    private static final String CHOOSE =
            """
            INSERT INTO provisioning.identity_choices AS c (company_id, object_id, user_id, choice, chosen_by, chosen_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id, object_id) DO UPDATE
            SET user_id = excluded.user_id, choice = excluded.choice, chosen_by = excluded.chosen_by,
                chosen_at = excluded.chosen_at
            """;

    private final CompanyScope scope;
    private final Clock clock;

    ChooseIdentity(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    private record Waiting(String reason, @Nullable Long user, long holder) {

        boolean allows(IdentityChoice choice) {
            return IdentityChoice.possible(reason, user != null).contains(choice);
        }
    }

    Outcome choose(CompanyId company, EntraObjectId object, IdentityChoice choice, String by) {
        return scope.locked(
                company, transaction -> choose(transaction, company, object, choice, by));
    }

    private Outcome choose(
            StoreTransaction transaction,
            CompanyId company,
            EntraObjectId object,
            IdentityChoice choice,
            String by)
            throws SQLException {
        Optional<Waiting> waiting =
                transaction.first(
                        WAITING,
                        row ->
                                new Waiting(
                                        row.text("reason"),
                                        row.maybeNumber("user_id"),
                                        row.number("holder")),
                        object.value());
        if (waiting.isEmpty() || !waiting.get().allows(choice)) {
            return Outcome.NOT_POSSIBLE;
        }
        if (transaction.first(CONNECTED, row -> company).isEmpty()) {
            return Outcome.NOT_CONNECTED;
        }
        Instant now = clock.instant();
        transaction.update(
                CHOOSE,
                company.value(),
                object.value(),
                waiting.get().holder(),
                StoredWords.of(choice),
                by,
                now);
        AskForLook.at(transaction, company, object, now);
        return Outcome.ASKED;
    }
}
