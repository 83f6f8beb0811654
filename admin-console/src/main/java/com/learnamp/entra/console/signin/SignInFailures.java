package com.learnamp.entra.console.signin;

import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;

/** Bounds how often a password can be guessed, by address, whichever instance is asked. */
@ApplicationScoped
class SignInFailures {

    static final int MOST = 10;
    static final Duration WITHIN = Duration.ofMinutes(15);

    private final CompanyScope scope;
    private final Clock clock;

    SignInFailures(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    boolean isTooMany(String address) {
        return scope.ofNoCompany(transaction ->
                transaction
                                .first(
                                        "SELECT count(*) AS failures FROM"
                                                + " learnamp.sign_in_failures WHERE"
                                                + " address_hash = ? AND failed_at > ?",
                                        row -> row.number("failures"),
                                        hash(address),
                                        clock.instant().minus(WITHIN))
                                .orElseThrow()
                        >= MOST);
    }

    void add(String address) {
        scope.ofNoCompany(transaction ->
                transaction.update(
                        "INSERT INTO learnamp.sign_in_failures (address_hash, failed_at)"
                                + " VALUES (?, ?)",
                        hash(address),
                        clock.instant()));
    }

    void forget(String address) {
        scope.ofNoCompany(transaction ->
                transaction.update(
                        "DELETE FROM learnamp.sign_in_failures WHERE address_hash = ?",
                        (Object) hash(address)));
    }

    private static byte[] hash(String address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(address.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
