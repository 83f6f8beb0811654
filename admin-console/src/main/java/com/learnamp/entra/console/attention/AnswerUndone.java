package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.syncs.AskForLook;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes down whether the sync may do again what was undone of somebody, and has him looked at: the
 * writer does what the look says, by this word.
 */
@ApplicationScoped
class AnswerUndone {

    private static final String WAITING =
            """
            SELECT l.user_id FROM provisioning.attention a
            JOIN provisioning.ledger l ON l.company_id = a.company_id AND l.object_id = a.object_id
            WHERE a.object_id = ? AND a.reason = 'undone' AND l.user_id IS NOT NULL
            """;

    private final CompanyScope scope;
    private final Clock clock;

    AnswerUndone(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @return whether anybody waited for it
     */
    boolean answer(CompanyId company, EntraObjectId object, UndoneChoice choice) {
        return scope.locked(company, transaction -> answer(transaction, company, object, choice));
    }

    private boolean answer(
            StoreTransaction transaction,
            CompanyId company,
            EntraObjectId object,
            UndoneChoice choice)
            throws SQLException {
        Optional<Long> person =
                transaction.first(WAITING, row -> row.number("user_id"), object.value());
        if (person.isEmpty()) {
            return false;
        }
        transaction.update(
                switch (choice) {
                    case LEAVE -> "UPDATE provisioning.undone SET kept = true WHERE user_id = ?";
                    case DO_AGAIN -> "DELETE FROM provisioning.undone WHERE user_id = ?";
                },
                person.get());
        AskForLook.at(transaction, company, object, clock.instant());
        return true;
    }
}
