package com.learnamp.entra.console.erasure;

import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ErasureKey;
import com.learnamp.entra.contracts.SyncRequest.ForgetUser;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes whatever the store has of somebody, writes down that it was done, keeps him away by keyed
 * hashes, and has graph-fetcher forget him. The caller holds the company's lock.
 */
final class WriteErasure {

    private static final String ERASURE =
            "INSERT INTO provisioning.erasures (id, company_id, erased_by, erased_at) VALUES (?, ?, ?, ?)";

    private static final String SUPPRESS =
            """
            INSERT INTO provisioning.suppressions (company_id, hash, erasure_id) VALUES (?, ?, ?)
            ON CONFLICT (company_id, hash) DO UPDATE SET erasure_id = excluded.erasure_id
            """;

    private static final String ERASE = "SELECT provisioning.erase(?::bigint, ?::uuid[])";

    private final StoreTransaction transaction;
    private final CompanyId company;
    private final ErasureKey key;
    private final Instant now;

    WriteErasure(StoreTransaction transaction, CompanyId company, ErasureKey key, Instant now) {
        this.transaction = transaction;
        this.company = company;
        this.key = key;
        this.now = now;
    }

    /**
     * @param person Learn Amp's id; null for somebody who is not in Learn Amp
     * @param objects that he was ever known to be in Entra
     * @param emails by which he must not come back
     */
    UUID write(
            @Nullable Long person,
            Collection<EntraObjectId> objects,
            Collection<String> emails,
            String by)
            throws SQLException {
        UUID erasure = UUID.randomUUID();
        transaction.update(ERASURE, erasure, company.value(), by, now);
        for (String email : emails) {
            transaction.update(SUPPRESS, company.value(), key.hash(company, email), erasure);
        }
        for (EntraObjectId object : objects) {
            transaction.update(SUPPRESS, company.value(), key.hash(company, object), erasure);
        }
        transaction.query(
                ERASE,
                row -> erasure,
                person,
                objects.stream().map(EntraObjectId::toString).toArray(String[]::new));
        for (EntraObjectId object : objects) {
            Outbox.add(
                    transaction,
                    company,
                    Topic.SYNC_REQUESTS,
                    new ForgetUser(company, object, now));
        }
        return erasure;
    }
}
