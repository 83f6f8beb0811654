package com.learnamp.entra.console.erasure;

import com.learnamp.entra.console.api.LeaveForGood;
import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ErasureKey;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Erases one person: whatever the store has of him goes in one transaction, and keyed hashes stay
 * by which the next sync knows not to bring him back.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>an admin's or a program's word about a person</td></tr>
 * <tr><td>out</td><td>{@code provisioning.erasures}, {@code suppressions}; by the outbox an event
 *     to other services, and to graph-fetcher that it forgets him and puts tombstones over what it
 *     told of him</td></tr>
 * <tr><td>state</td><td>{@code provisioning.erase}, under the company's lock</td></tr>
 * <tr><td>duplicates</td><td>there is nobody any more: not found</td></tr>
 * <tr><td>order</td><td>he leaves before, as by a deactivation</td></tr>
 * <tr><td>permanent failure</td><td>the last Owner is not erased</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was erased</td></tr>
 * </table>
 */
@ApplicationScoped
class EraseUser {

    /** What became of it. */
    sealed interface Outcome {

        record Erased(UUID erasure) implements Outcome {}

        record LastOwner() implements Outcome {}

        record NotThere() implements Outcome {}
    }

    /** Every account in Entra that he was ever known to be. */
    private static final String OBJECTS =
            """
            SELECT object_id FROM provisioning.ledger WHERE user_id = ?
            UNION SELECT object_id FROM provisioning.history WHERE user_id = ? AND object_id IS NOT NULL
            UNION SELECT object_id FROM provisioning.withheld WHERE user_id = ?
            """;

    private final CompanyScope scope;
    private final ErasureKey key;
    private final Clock clock;

    EraseUser(CompanyScope scope, ErasureConfig config, Clock clock) {
        this.scope = scope;
        this.key = ErasureKey.parse(config.key());
        this.clock = clock;
    }

    /**
     * @param person Learn Amp's id
     * @param by as it is kept
     */
    Outcome erase(CompanyId company, long person, String by) {
        return scope.locked(
                company,
                transaction ->
                        switch (LeaveForGood.leave(
                                transaction, company, person, by, clock.instant())) {
                            case LeaveForGood.Outcome.Left left ->
                                    erase(transaction, company, person, left, by);
                            case LeaveForGood.Outcome.LastOwner last -> new Outcome.LastOwner();
                            case LeaveForGood.Outcome.NotThere nobody -> new Outcome.NotThere();
                        });
    }

    private Outcome erase(
            StoreTransaction transaction,
            CompanyId company,
            long person,
            LeaveForGood.Outcome.Left left,
            String by)
            throws SQLException {
        Instant now = clock.instant();
        List<EntraObjectId> objects =
                transaction.query(
                        OBJECTS,
                        row -> new EntraObjectId(row.uuid("object_id")),
                        person,
                        person,
                        person);
        UUID erasure =
                new WriteErasure(transaction, company, key, now)
                        .write(person, objects, List.of(left.email()), by);
        Outbox.addEvent(transaction, new UserEvent.Erased(company, person, now), left.nextChange());
        return new Outcome.Erased(erasure);
    }

    /** By which somebody with this address would be known. */
    byte[] hash(CompanyId company, String email) {
        return key.hash(company, email.strip());
    }
}
