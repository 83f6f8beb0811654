package com.learnamp.entra.console.syncs;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** Sync users: everybody is compared now. */
@ApplicationScoped
public class StartSync {

    private static final String ACTIVE =
            "SELECT revision FROM provisioning.integrations WHERE company_id = ? AND status ="
                    + " 'active'";

    private final CompanyScope scope;
    private final RequestRun runs;

    StartSync(CompanyScope scope, RequestRun runs) {
        this.scope = scope;
        this.runs = runs;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Begun(SyncRun run) implements Outcome {}

        /** One was running; whoever pressed watches that one. */
        record Joined(SyncRun run) implements Outcome {}

        record NotConnected() implements Outcome {}
    }

    public Outcome press(CompanyId company, String requestedBy) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<Long> revision = activeRevision(transaction, company);
                    if (revision.isEmpty()) {
                        return new Outcome.NotConnected();
                    }
                    Optional<SyncRun> running = runs.joinable(transaction);
                    return running.isPresent()
                            ? new Outcome.Joined(running.get())
                            : new Outcome.Begun(
                                    runs.begin(
                                            transaction,
                                            company,
                                            revision.get(),
                                            RunTrigger.MANUAL,
                                            requestedBy));
                });
    }

    private static Optional<Long> activeRevision(StoreTransaction transaction, CompanyId company)
            throws SQLException {
        return transaction.first(ACTIVE, row -> row.number("revision"), company.value());
    }
}
