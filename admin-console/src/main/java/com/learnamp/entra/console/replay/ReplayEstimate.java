package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.replay.Replay.ReplayStart;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.console.syncs.SyncRunRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a replay before it begins.
 *
 * @param company its name; null for all companies
 * @param companies how many there are in all
 * @param known how many people the count is: {@code tried} by a trial of the same, {@code one}
 *     person, {@code about} as many as the store knows from Entra, {@code most} at most those, or
 *     {@code unknown}, since what was lost in the store may still be in the topics
 * @param sync of the company, which is running; null if none is
 * @param paused whether writing stands still, so that it waits
 */
record ReplayEstimate(
        @Nullable String company,
        long companies,
        String known,
        long count,
        @Nullable String sync,
        boolean paused) {

    private static final String PEOPLE = "SELECT count(*) AS people FROM provisioning.ledger";

    private static final String PAUSED =
            "SELECT learnamp.is_paused(?::bigint, 'writes', 'bulk') AS paused";

    /** What the store of one company says. */
    private record OfCompany(long people, @Nullable String sync) {}

    /**
     * @param tried a trial of the same, perhaps
     */
    static ReplayEstimate of(CompanyScope scope, Replay replay, Optional<UUID> tried) {
        OfCompany ofCompany =
                replay.oneCompany()
                        .map(company -> scope.of(company, ReplayEstimate::ofCompany))
                        .orElse(new OfCompany(0, null));
        return scope.ofCompanyOrAll(
                Optional.empty(),
                transaction -> {
                    Optional<ReplayRow> trial =
                            tried.isEmpty()
                                    ? Optional.empty()
                                    : ReplayRow.find(transaction, tried.get())
                                            .filter(row -> isTrialOf(row, replay));
                    @Nullable CompanyId company = replay.company();
                    return new ReplayEstimate(
                            company == null
                                    ? null
                                    : CompanyNames.of(transaction, company.value()).orElse(null),
                            CompanyNames.count(transaction),
                            trial.isPresent() ? "tried" : known(replay, ofCompany.people()),
                            trial.map(ReplayRow::published).orElse(ofCompany.people()),
                            ofCompany.sync(),
                            transaction
                                    .first(
                                            PAUSED,
                                            row -> row.truth("paused"),
                                            company == null ? null : company.value())
                                    .orElseThrow());
                });
    }

    public boolean tried() {
        return known.equals("tried");
    }

    private static String known(Replay replay, long people) {
        if (replay.person() != null) {
            return "one";
        }
        if (people == 0) {
            return "unknown";
        }
        boolean everything =
                replay.target() == ReplayTarget.MAPPER
                        && replay.start() instanceof ReplayStart.Beginning;
        return everything ? "about" : "most";
    }

    private static boolean isTrialOf(ReplayRow row, Replay replay) {
        Replay tried = row.replay();
        return row.state().equals("finished")
                && tried.equals(
                        new Replay(
                                tried.id(),
                                replay.company(),
                                replay.person(),
                                replay.target(),
                                replay.start(),
                                true));
    }

    private static OfCompany ofCompany(StoreTransaction transaction) throws SQLException {
        return new OfCompany(
                transaction.first(PEOPLE, row -> row.number("people")).orElseThrow(),
                SyncRunRows.running(transaction)
                        .map(SyncRun::id)
                        .map(Object::toString)
                        .orElse(null));
    }
}
