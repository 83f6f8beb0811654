package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that a company wants to be bound to, as long as it is not.
 *
 * @param group to be followed there; null while none was entered
 * @param provedBy the object id, in the tenant, of the administrator who signed in
 * @param answeredAt when the other company's Owner declined
 */
public record TenantClaim(
        EntraTenantId tenant,
        @Nullable EntraObjectId group,
        State state,
        String claimedBy,
        Instant claimedAt,
        @Nullable String provedBy,
        @Nullable Instant provedAt,
        @Nullable Instant answeredAt) {

    private static final String READ =
            """
            SELECT tenant_sealed, group_id, state, claimed_by, claimed_at, proved_by, proved_at, answered_at
            FROM provisioning.tenant_claims
            """;

    private static final String SAVE =
            """
            INSERT INTO provisioning.tenant_claims AS c (
                company_id, tenant_sealed, tenant_hash, group_id, state, claimed_by, claimed_at, proved_by, proved_at,
                answered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id) DO UPDATE
            SET tenant_sealed = excluded.tenant_sealed, tenant_hash = excluded.tenant_hash, group_id = excluded.group_id, state = excluded.state,
                claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at, proved_by = excluded.proved_by,
                proved_at = excluded.proved_at, answered_at = excluded.answered_at
            """;

    private static final String FORGET =
            "DELETE FROM provisioning.tenant_claims WHERE company_id = ?";

    /** How far it has come. */
    public enum State {
        /** Nobody has proved anything. */
        ENTERED,
        /** Proved; the company that has the tenant is asked. */
        ASKED,
        /** Its Owner does not want to share it. */
        DECLINED
    }

    static TenantClaim entered(
            EntraTenantId tenant, @Nullable EntraObjectId group, String by, Instant at) {
        return new TenantClaim(tenant, group, State.ENTERED, by, at, null, null, null);
    }

    TenantClaim asked(String provenBy, Instant at) {
        return new TenantClaim(
                tenant, group, State.ASKED, claimedBy, claimedAt, provenBy, at, null);
    }

    TenantClaim declined(Instant at) {
        return new TenantClaim(
                tenant, group, State.DECLINED, claimedBy, claimedAt, provedBy, provedAt, at);
    }

    /** Of the transaction's company. */
    public static Optional<TenantClaim> read(StoreTransaction transaction) throws SQLException {
        return transaction.first(READ, TenantClaim::claim);
    }

    void save(StoreTransaction transaction, CompanyId company) throws SQLException {
        transaction.update(
                SAVE,
                company.value(),
                transaction.sealed(tenant),
                transaction.hash(tenant),
                group == null ? null : group.value(),
                StoredWords.of(state),
                claimedBy,
                claimedAt,
                provedBy,
                provedAt,
                answeredAt);
    }

    static void forget(StoreTransaction transaction, CompanyId company) throws SQLException {
        transaction.update(FORGET, company.value());
    }

    private static TenantClaim claim(StoredRow row) throws SQLException {
        return new TenantClaim(
                row.tenant("tenant_sealed").orElseThrow(),
                Optional.ofNullable(row.maybeUuid("group_id")).map(EntraObjectId::new).orElse(null),
                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.text("claimed_by"),
                row.instant("claimed_at"),
                row.maybeText("proved_by"),
                row.maybeInstant("proved_at"),
                row.maybeInstant("answered_at"));
    }
}
