package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.fetcher.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * When a manager is deleted or comes back, his people change, and Graph announces none of it: so
 * they are read again.
 */
@ApplicationScoped
public class HintReports {

    private final Roster roster;
    private final PendingLookUps pending;
    private final LookUpConfig config;
    private final Clock clock;

    HintReports(Roster roster, PendingLookUps pending, LookUpConfig config, Clock clock) {
        this.roster = roster;
        this.pending = pending;
        this.config = config;
        this.clock = clock;
    }

    /** In the transaction that writes down what was told. */
    public void write(Connection connection, EntraTenantId tenant, Tellings tellings)
            throws SQLException {
        Instant now = clock.instant();
        Set<EntraObjectId> reports = new HashSet<>();
        if (!tellings.cameOrWent().isEmpty()) {
            reports.addAll(roster.reports(connection, tenant, tellings.cameOrWent()));
        }
        if (!tellings.unchanged().isEmpty()) {
            // Deleted and restored before he was read; his people were read in between.
            reports.addAll(
                    roster.formerReports(
                            connection,
                            tenant,
                            tellings.unchanged(),
                            now.minus(config.staleness())));
        }
        pending.add(connection, reports.stream().map(each -> hint(tenant, each, now)).toList());
    }

    private static Hint hint(EntraTenantId tenant, EntraObjectId report, Instant now) {
        return new Hint(tenant, report, Hint.Kind.USER, Origin.Cause.RECHECK, null, now, now);
    }
}
