package com.learnamp.entra.console.people;

import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What an admin does about one person. */
@ApplicationScoped
class ActOnPerson {

    private static final String FOLLOWED =
            """
            SELECT l.object_id FROM provisioning.ledger l
            JOIN provisioning.integrations i ON i.company_id = l.company_id AND i.status = 'active'
            WHERE l.user_id = ?
            """;

    /**
     * A row already there says that an invitation was asked for before: nobody is invited twice.
     */
    private static final String INVITE =
            """
            INSERT INTO provisioning.invitations (company_id, user_id, requested_by)
            SELECT company_id, id, ? FROM learnamp.users WHERE id = ? AND status = 'not_invited'
            ON CONFLICT (company_id, user_id) DO NOTHING
            """;

    private final CompanyScope scope;
    private final Clock clock;

    ActOnPerson(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Asks graph-fetcher to look at the person now.
     *
     * @return whether the person is followed at all
     */
    boolean sync(CompanyId company, long person) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<UUID> object =
                            transaction.first(FOLLOWED, row -> row.uuid("object_id"), person);
                    if (object.isEmpty()) {
                        return false;
                    }
                    Outbox.add(
                            transaction,
                            company,
                            Topic.SYNC_REQUESTS,
                            new SyncRequest.LookUpUser(
                                    company,
                                    new EntraObjectId(object.get()),
                                    SyncRequest.LookUpUser.Reason.ADMIN,
                                    clock.instant()));
                    return true;
                });
    }

    /**
     * Has the person invited; the mail leaves in a moment.
     *
     * @return whether that was possible
     */
    boolean invite(CompanyId company, long person, String requestedBy) {
        return scope.locked(
                company, transaction -> transaction.update(INVITE, requestedBy, person) == 1);
    }
}
