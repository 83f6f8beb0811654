package com.learnamp.entra.console.session;

import com.learnamp.entra.store.CompanyScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes what has had its time: sessions, tokens, sign-ins that failed or never came back. */
@ApplicationScoped
class ForgetExpired {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final CompanyScope scope;
    private final Clock clock;

    ForgetExpired(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void forget() {
        Instant now = clock.instant();
        scope.ofNoCompany(transaction ->
                transaction.update("DELETE FROM learnamp.sessions WHERE expires_at < ?", now)
                        + transaction.update(
                                "DELETE FROM learnamp.access_tokens WHERE expires_at < ?", now)
                        + transaction.update(
                                "DELETE FROM learnamp.openid_requests WHERE expires_at < ?", now)
                        + transaction.update(
                                "DELETE FROM learnamp.sign_in_failures WHERE failed_at < ?",
                                now.minus(A_DAY)));
    }
}
