package com.learnamp.entra.console.openid;

import com.learnamp.entra.console.openid.Begun.About;
import com.learnamp.entra.console.session.SessionToken;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoredRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was begun, kept in the store: whichever instance the browser comes back to knows it. A state
 * is good once, for ten minutes, and only in the browser that it was given to.
 */
@ApplicationScoped
public class BegunRequests {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String KEEP =
            """
            INSERT INTO learnamp.openid_requests (
                state_hash, browser_hash, purpose, nonce, code_verifier, return_to, chosen, company_id, tenant_sealed, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TAKE =
            """
            DELETE FROM learnamp.openid_requests
            WHERE state_hash = ? AND browser_hash = ? AND purpose = ? AND expires_at > ?
            RETURNING purpose, nonce, code_verifier, return_to, chosen, company_id, tenant_sealed
            """;

    private static final String SIGN_IN = "sign_in";
    private static final String PROVE_TENANT = "prove_tenant";
    private static final String ADMIN_CONSENT = "admin_consent";

    private final CompanyScope scope;
    private final Clock clock;

    BegunRequests(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param browser a secret that only the visitor's browser has
     */
    public void keep(String state, String browser, Begun begun) {
        switch (begun.about()) {
            case About.SignIn(String returnTo, String chosen) ->
                    keep(state, browser, begun, SIGN_IN, returnTo, chosen, null, null);
            case About.TenantProof(CompanyId company, EntraTenantId tenant) ->
                    keep(state, browser, begun, PROVE_TENANT, null, null, company, tenant);
            case About.AdminConsent(CompanyId company, EntraTenantId tenant) ->
                    keep(state, browser, begun, ADMIN_CONSENT, null, null, company, tenant);
        }
    }

    public Optional<Begun> takeSignIn(String state, String browser) {
        return take(state, browser, SIGN_IN);
    }

    public Optional<Begun> takeTenantProof(String state, String browser) {
        return take(state, browser, PROVE_TENANT);
    }

    public Optional<Begun> takeAdminConsent(String state, String browser) {
        return take(state, browser, ADMIN_CONSENT);
    }

    private void keep(
            String state,
            String browser,
            Begun begun,
            String purpose,
            @Nullable String returnTo,
            @Nullable String chosen,
            @Nullable CompanyId company,
            @Nullable EntraTenantId tenant) {
        scope.ofNoCompany(transaction ->
                transaction.update(
                        KEEP,
                        SessionToken.hash(state),
                        SessionToken.hash(browser),
                        purpose,
                        begun.nonce(),
                        begun.codeVerifier(),
                        returnTo,
                        chosen,
                        company == null ? null : company.value(),
                        transaction.sealed(tenant),
                        clock.instant().plus(LIFETIME)));
    }

    private Optional<Begun> take(String state, String browser, String purpose) {
        return scope.ofNoCompany(transaction ->
                transaction.first(
                        TAKE,
                        BegunRequests::begun,
                        SessionToken.hash(state),
                        SessionToken.hash(browser),
                        purpose,
                        clock.instant()));
    }

    private static Begun begun(StoredRow row) throws SQLException {
        return new Begun(row.text("nonce"), row.text("code_verifier"), about(row));
    }

    private static About about(StoredRow row) throws SQLException {
        return switch (row.text("purpose")) {
            case PROVE_TENANT ->
                    new About.TenantProof(
                            new CompanyId(row.number("company_id")),
                            row.tenant("tenant_sealed").orElseThrow());
            case ADMIN_CONSENT ->
                    new About.AdminConsent(
                            new CompanyId(row.number("company_id")),
                            row.tenant("tenant_sealed").orElseThrow());
            default -> new About.SignIn(row.text("return_to"), row.maybeText("chosen"));
        };
    }
}
