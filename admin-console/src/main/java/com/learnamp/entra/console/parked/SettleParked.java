package com.learnamp.entra.console.parked;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes off the list what something newer has made needless, and forgets personal data when the
 * topics do: what is left of a record then is that it was there, and who decided what.
 */
@ApplicationScoped
class SettleParked {

    private static final Duration KEPT = Duration.ofDays(90);

    private static final String FORGET =
            """
            UPDATE provisioning.parked
            SET payload = '', record_key = '', object_id = NULL,
                state = CASE state WHEN 'parked' THEN 'expired' ELSE state END
            WHERE parked_at < ? AND (state = 'parked' OR payload <> '' OR record_key <> '')
            """;

    private static final String DELETE = "DELETE FROM provisioning.parked WHERE parked_at < ?";

    private final CompanyScope scope;
    private final Clock clock;

    SettleParked(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(
            every = "${console.parked.settle-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        Instant now = clock.instant();
        scope.ofCompanyOrAll(
                Optional.empty(),
                transaction ->
                        transaction
                                        .query(
                                                "SELECT provisioning.settle_parked(?)",
                                                row -> true,
                                                now)
                                        .size()
                                + transaction.update(FORGET, now.minus(Topic.RETENTION))
                                + transaction.update(DELETE, now.minus(KEPT)));
    }
}
