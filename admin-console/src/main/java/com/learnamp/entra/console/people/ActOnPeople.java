package com.learnamp.entra.console.people;

import com.learnamp.entra.console.syncs.AskForLook;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an admin does about people: has them looked at, has them invited. */
@ApplicationScoped
class ActOnPeople {

    private static final String FOLLOWED =
            """
            SELECT l.object_id FROM provisioning.ledger l
            JOIN provisioning.integrations i ON i.company_id = l.company_id AND i.status = 'active'
            WHERE l.user_id = ?
            """;

    /** A row is there once for each person: whoever was asked for before is not asked for again. */
    private static final String INVITE =
            """
            INSERT INTO provisioning.invitations AS i (company_id, user_id, due_at, requested_by)
            SELECT u.company_id, u.id, ?, ? FROM learnamp.users u
            WHERE u.id = ANY (?) AND u.status IN ('not_invited', 'invite_scheduled')
            ON CONFLICT (company_id, user_id) DO UPDATE
            SET state = 'due', due_at = excluded.due_at, requested_by = excluded.requested_by, attempts = 0,
                last_error = NULL
            WHERE i.state IN ('held', 'kept_back', 'refused')
               OR i.state = 'due' AND i.requested_by IS NULL AND i.due_at > excluded.due_at
            """;

    private static final String NOT_INVITED =
            "SELECT id FROM learnamp.users WHERE status = 'not_invited' ORDER BY id";

    private final CompanyScope scope;
    private final Clock clock;

    ActOnPeople(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Asks graph-fetcher to look at the person now.
     *
     * @return how everything stood before; empty if the person is not followed at all
     */
    Optional<SyncStart> sync(CompanyId company, long person) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<UUID> object =
                            transaction.first(FOLLOWED, row -> row.uuid("object_id"), person);
                    if (object.isEmpty()) {
                        return Optional.empty();
                    }
                    Optional<SyncStart> start = SyncSteps.begin(transaction, person);
                    AskForLook.at(
                            transaction, company, new EntraObjectId(object.get()), clock.instant());
                    return start;
                });
    }

    /**
     * Has everybody invited whom nobody has invited yet.
     *
     * @return how many these are
     */
    int inviteEverybody(CompanyId company, String requestedBy) {
        return scope.locked(
                company,
                transaction ->
                        transaction.update(
                                INVITE,
                                clock.instant(),
                                requestedBy,
                                transaction
                                        .query(NOT_INVITED, row -> row.number("id"))
                                        .toArray(Long[]::new)));
    }

    /**
     * Has them invited; the mails leave in a moment.
     *
     * @return how many of them that was possible for
     */
    int invite(CompanyId company, List<Long> people, String requestedBy) {
        return scope.locked(
                company,
                transaction ->
                        transaction.update(
                                INVITE, clock.instant(), requestedBy, people.toArray(Long[]::new)));
    }
}
