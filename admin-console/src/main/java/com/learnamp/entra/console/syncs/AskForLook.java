package com.learnamp.entra.console.syncs;

import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;

/** Asks graph-fetcher to look at somebody now. The caller holds the company's lock. */
public final class AskForLook {

    private AskForLook() {}

    public static void at(
            StoreTransaction transaction, CompanyId company, EntraObjectId object, Instant now)
            throws SQLException {
        Outbox.add(
                transaction,
                company,
                Topic.SYNC_REQUESTS,
                new SyncRequest.LookUpUser(
                        company, object, SyncRequest.LookUpUser.Reason.ADMIN, now));
    }
}
