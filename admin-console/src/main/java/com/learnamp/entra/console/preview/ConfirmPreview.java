package com.learnamp.entra.console.preview;

import com.learnamp.entra.console.syncs.RequestRun;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * An admin says yes to what the first sync with a group would do. Nothing is carried out of the
 * preview itself: a run begins that reads everybody anew, and writes this time.
 */
@ApplicationScoped
class ConfirmPreview {

    /** What became of it. */
    sealed interface Outcome {

        record Begun(SyncRun run) implements Outcome {}

        /** There is none, or its time is over. */
        record NothingToConfirm() implements Outcome {}

        /** It is another one by now, or the settings have been changed since. */
        record Outdated() implements Outcome {}
    }

    private static final String CONFIRM =
            """
            UPDATE provisioning.integrations SET confirmed_revision = revision, opening = true
            WHERE company_id = learnamp.current_company()
            """;

    private static final String END =
            """
            UPDATE provisioning.previews SET confirmed_at = ?, confirmed_by = ?
            WHERE company_id = learnamp.current_company()
            """;

    private final CompanyScope scope;
    private final RequestRun runs;
    private final Clock clock;

    ConfirmPreview(CompanyScope scope, RequestRun runs, Clock clock) {
        this.scope = scope;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * @param seen the run that made the preview that the admin has seen
     */
    Outcome confirm(CompanyId company, UUID seen, String by) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<Preview> preview = Preview.open(transaction, clock.instant());
                    if (preview.isEmpty()) {
                        return new Outcome.NothingToConfirm();
                    }
                    return preview.get().current() && preview.get().run().equals(seen)
                            ? confirm(transaction, company, preview.get(), by)
                            : new Outcome.Outdated();
                });
    }

    private Outcome confirm(
            StoreTransaction transaction, CompanyId company, Preview preview, String by)
            throws SQLException {
        transaction.update(CONFIRM);
        transaction.update(END, clock.instant(), by);
        return new Outcome.Begun(
                runs.begin(transaction, company, preview.revision(), RunTrigger.INITIAL, by));
    }
}
