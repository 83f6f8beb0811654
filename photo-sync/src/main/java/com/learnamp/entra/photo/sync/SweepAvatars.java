package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.photo.store.PhotoTransactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Removes pictures that nobody has any more. */
@ApplicationScoped
class SweepAvatars {

    private static final int COMPANIES_AT_ONCE = 100;

    private static final String COMPANIES =
            "SELECT provisioning.companies_with_unused_avatars(now() - make_interval(secs => ?), ?)";

    private static final String SWEEP =
            """
            DELETE FROM learnamp.avatars AS avatar
            WHERE avatar.company_id = ? AND avatar.created_at < now() - make_interval(secs => ?)
              AND NOT EXISTS (SELECT FROM learnamp.users AS person
                              WHERE person.company_id = avatar.company_id AND person.avatar_hash = avatar.hash)
              AND NOT EXISTS (SELECT FROM provisioning.photos AS photo
                              WHERE photo.company_id = avatar.company_id AND photo.avatar_hash = avatar.hash)
            """;

    private final PhotoTransactions transactions;
    private final Duration unusedFor;

    SweepAvatars(PhotoTransactions transactions, SyncConfig config) {
        this.transactions = transactions;
        this.unusedFor = config.unusedFor();
    }

    @Scheduled(
            every = "${photos.sweep:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (CompanyId company : companies()) {
            transactions.locking(
                    company,
                    connection ->
                            Sql.update(
                                    connection,
                                    SWEEP,
                                    company.value(),
                                    (double) unusedFor.toSeconds()));
        }
    }

    private List<CompanyId> companies() {
        return transactions.onQueue(connection -> {
            List<CompanyId> companies = new ArrayList<>();
            try (PreparedStatement query =
                            Sql.prepare(
                                    connection,
                                    COMPANIES,
                                    (double) unusedFor.toSeconds(),
                                    COMPANIES_AT_ONCE);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    companies.add(new CompanyId(rows.getLong(1)));
                }
            }
            return companies;
        });
    }
}
