package com.learnamp.entra.console.erasure;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ErasureKey;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Erases somebody whom Learn Amp has never created: who waits, is parked, or was only read. What
 * there is of him goes, and he does not come.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>an admin's or a program's word: an object id or an address</td></tr>
 * <tr><td>out</td><td>as {@link EraseUser}, but no event: no other service has heard of him</td></tr>
 * <tr><td>state</td><td>{@code provisioning.erase}, under the company's lock</td></tr>
 * <tr><td>duplicates</td><td>he is kept away by the latest erasure</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>somebody in Learn Amp is erased as the person who he is</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was erased</td></tr>
 * </table>
 */
@ApplicationScoped
class EraseStranger {

    /** What became of it. */
    sealed interface Outcome {

        record Erased(UUID erasure) implements Outcome {}

        /** Whose account or address it is. */
        record InLearnAmp(long person) implements Outcome {}
    }

    private static final String PERSON_OF_ACCOUNT =
            """
            SELECT user_id FROM provisioning.ledger WHERE object_id = ? AND user_id IS NOT NULL
            UNION SELECT id FROM learnamp.users WHERE integration_external_id = ?
            UNION SELECT user_id FROM provisioning.history WHERE object_id = ?
            LIMIT 1
            """;

    private static final String PERSON_OF_ADDRESS = "SELECT id FROM learnamp.users WHERE email = ?";

    /** Wherever somebody is kept who is not in Learn Amp, with the address that he has in Entra. */
    private static final String WAITING =
            """
            (SELECT object_id, claimed_email AS email FROM provisioning.ledger WHERE user_id IS NULL
             UNION SELECT object_id, email FROM provisioning.withheld WHERE user_id IS NULL
             UNION SELECT object_id, email FROM provisioning.preview_people WHERE user_id IS NULL
             UNION SELECT object_id, email FROM provisioning.replay_people WHERE user_id IS NULL
             UNION SELECT a.object_id, a.detail FROM provisioning.attention a
                   WHERE a.detail LIKE '%@%' AND a.detail NOT LIKE '% %' AND NOT EXISTS (
                       SELECT FROM provisioning.ledger l
                       WHERE l.company_id = a.company_id AND l.object_id = a.object_id AND l.user_id IS NOT NULL)) w
            """;

    private static final String OBJECTS =
            "SELECT DISTINCT w.object_id FROM " + WAITING + " WHERE lower(w.email) = ?";

    /** But those that somebody in Learn Amp has: he stays. */
    private static final String EMAILS =
            "SELECT DISTINCT lower(w.email) AS email FROM "
                    + WAITING
                    + """
                     WHERE w.object_id = ? AND w.email IS NOT NULL
                       AND NOT EXISTS (SELECT FROM learnamp.users u WHERE u.email = lower(w.email))
                    """;

    private final CompanyScope scope;
    private final ErasureKey key;
    private final Clock clock;

    EraseStranger(CompanyScope scope, ErasureConfig config, Clock clock) {
        this.scope = scope;
        this.key = ErasureKey.parse(config.key());
        this.clock = clock;
    }

    /**
     * @param by as it is kept
     */
    Outcome erase(CompanyId company, Stranger stranger, String by) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<Long> person = person(transaction, stranger);
                    return person.isPresent()
                            ? new Outcome.InLearnAmp(person.get())
                            : new Outcome.Erased(
                                    new WriteErasure(transaction, company, key, clock.instant())
                                            .write(
                                                    null,
                                                    objects(transaction, stranger),
                                                    emails(transaction, stranger),
                                                    by));
                });
    }

    private static Optional<Long> person(StoreTransaction transaction, Stranger stranger)
            throws SQLException {
        return switch (stranger) {
            case Stranger.Account(EntraObjectId object) ->
                    transaction.first(
                            PERSON_OF_ACCOUNT,
                            row -> row.number("user_id"),
                            object.value(),
                            object.toString(),
                            object.value());
            case Stranger.Address(String email) ->
                    transaction.first(PERSON_OF_ADDRESS, row -> row.number("id"), email);
        };
    }

    private static List<EntraObjectId> objects(StoreTransaction transaction, Stranger stranger)
            throws SQLException {
        return switch (stranger) {
            case Stranger.Account(EntraObjectId object) -> List.of(object);
            case Stranger.Address(String email) ->
                    transaction.query(
                            OBJECTS, row -> new EntraObjectId(row.uuid("object_id")), email);
        };
    }

    private static List<String> emails(StoreTransaction transaction, Stranger stranger)
            throws SQLException {
        return switch (stranger) {
            case Stranger.Account(EntraObjectId object) ->
                    transaction.query(EMAILS, row -> row.text("email"), object.value());
            case Stranger.Address(String email) -> List.of(email);
        };
    }
}
