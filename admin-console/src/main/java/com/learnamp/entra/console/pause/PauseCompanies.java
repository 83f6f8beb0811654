package com.learnamp.entra.console.pause;

import com.learnamp.entra.console.syncs.RequestRun;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets reads or writes stand still, and go on. Of a tenant that several companies have, what was
 * read for the others meanwhile was not told to one that stood still: once its reads go on, a run
 * asks what has changed.
 */
@ApplicationScoped
class PauseCompanies {

    private static final Logger LOG = Logger.getLogger(PauseCompanies.class);
    private static final Duration SHOWN = Duration.ofDays(30);

    private static final String REVISION =
            "SELECT revision FROM provisioning.integrations WHERE company_id = ? AND status = 'active'";

    private final CompanyScope scope;
    private final RequestRun runs;
    private final Clock clock;

    PauseCompanies(CompanyScope scope, RequestRun runs, Clock clock) {
        this.scope = scope;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * @param company empty: those of all companies
     */
    List<Pause> latest(Optional<CompanyId> company) {
        return scope.ofCompanyOrAll(
                company, transaction -> Pause.latest(transaction, clock.instant().minus(SHOWN)));
    }

    void pause(Pause.Wish wish, String reason, String by) {
        inTransaction(
                wish.company(),
                transaction -> {
                    Pause.begin(transaction, wish, reason, by, clock.instant());
                    return true;
                });
        LOG.infof("paused company=%s what=%s lane=%s", wish.company(), wish.what(), wish.lane());
    }

    /**
     * @return whether anything stood still
     */
    boolean resume(Pause.Wish wish, String by) {
        boolean ended =
                inTransaction(
                        wish.company(),
                        transaction -> {
                            int pauses = Pause.end(transaction, wish, by, clock.instant());
                            if (pauses > 0) {
                                catchUp(transaction, wish, by);
                            }
                            return pauses > 0;
                        });
        LOG.infof("resumed company=%s what=%s lane=%s", wish.company(), wish.what(), wish.lane());
        return ended;
    }

    private void catchUp(StoreTransaction transaction, Pause.Wish wish, String by)
            throws SQLException {
        @Nullable CompanyId company = wish.company();
        if (company == null || wish.what().equals("writes")) {
            return;
        }
        Optional<Long> revision =
                transaction.first(REVISION, row -> row.number("revision"), company.value());
        if (revision.isPresent() && runs.joinable(transaction).isEmpty()) {
            runs.begin(transaction, company, revision.get(), RunTrigger.MANUAL, by);
        }
    }

    /** Under the company's lock, so that what its lock protects is done before or after. */
    private <T> T inTransaction(@Nullable CompanyId company, CompanyScope.Work<T> work) {
        return company == null
                ? scope.ofCompanyOrAll(Optional.empty(), work)
                : scope.locked(company, work);
    }
}
