package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.settings.SaveSettings;
import com.learnamp.entra.console.settings.TenantBinding;
import com.learnamp.entra.console.settings.TenantBinding.Grounds;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * Binds a tenant to a company once it is proved, and, where the tenant is another company's,
 * agreed.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>a tenant entered by an admin; what a sign-in there proves; an Owner's answer</td></tr>
 * <tr><td>out</td><td>{@code provisioning.tenant_claims}; a binding by {@link SaveSettings}</td></tr>
 * <tr><td>state</td><td>the claim: entered, asked, declined; gone once bound</td></tr>
 * <tr><td>duplicates</td><td>a proof is good once; a claim that is gone binds nothing</td></tr>
 * <tr><td>order</td><td>under the company's lock, then the tenant's, so that of two companies that
 *     prove the same one the second sees the first</td></tr>
 * <tr><td>permanent failure</td><td>is an outcome</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back; he signs in again</td></tr>
 * </table>
 */
@ApplicationScoped
public class BindTenant {

    private static final String LOCK = "SELECT provisioning.lock_tenant(?)";

    private static final String BOUND_ELSEWHERE =
            "SELECT provisioning.tenant_is_bound_elsewhere(?) AS bound";

    private final CompanyScope scope;
    private final SaveSettings save;
    private final Clock clock;

    BindTenant(CompanyScope scope, SaveSettings save, Clock clock) {
        this.scope = scope;
        this.save = save;
        this.clock = clock;
    }

    /** What became of a proof. */
    public enum Outcome {
        BOUND,
        /** The tenant is another company's: its Owner is asked. */
        ASKED,
        /** Meanwhile another tenant was entered, or it was bound. */
        NOT_WANTED
    }

    /**
     * An admin wants it. Nothing is bound by that.
     *
     * @param group null: to be entered later
     */
    public void claim(
            CompanyId company, EntraTenantId tenant, Optional<EntraObjectId> group, Author author) {
        scope.locked(
                company,
                transaction -> {
                    Integration stored = IntegrationRows.read(transaction);
                    EntraObjectId followed =
                            group.or(() -> Optional.ofNullable(stored.group())).orElse(null);
                    TenantClaim.entered(tenant, followed, author.name(), clock.instant())
                            .save(transaction, company);
                    return company;
                });
    }

    /** The one that is bound stays. */
    public void withdraw(CompanyId company) {
        scope.locked(
                company,
                transaction -> {
                    TenantClaim.forget(transaction, company);
                    return company;
                });
    }

    Outcome proved(CompanyId company, EntraTenantId tenant, TenantProof.Proven proof) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<TenantClaim> claim =
                            TenantClaim.read(transaction)
                                    .filter(wanted -> wanted.tenant().equals(tenant));
                    return claim.isEmpty()
                            ? Outcome.NOT_WANTED
                            : proved(transaction, company, claim.get(), proof.administrator());
                });
    }

    /**
     * @param tenant of the company whose Owner agrees; the claim has to be for that one
     * @return whether there was such a claim
     */
    boolean agreed(CompanyId asking, EntraTenantId tenant, String owner) {
        return scope.locked(
                asking,
                transaction -> {
                    Optional<TenantClaim> claim = asked(transaction, tenant);
                    if (claim.isPresent()) {
                        bind(
                                transaction,
                                asking,
                                claim.get(),
                                new TenantBinding(
                                        Grounds.AGREEMENT,
                                        claim.get().claimedBy(),
                                        claim.get().provedBy(),
                                        owner));
                    }
                    return claim.isPresent();
                });
    }

    /**
     * @return whether there was such a claim
     */
    boolean declined(CompanyId asking, EntraTenantId tenant) {
        return scope.locked(
                asking,
                transaction -> {
                    Optional<TenantClaim> claim = asked(transaction, tenant);
                    if (claim.isPresent()) {
                        claim.get().declined(clock.instant()).save(transaction, asking);
                    }
                    return claim.isPresent();
                });
    }

    private Outcome proved(
            StoreTransaction transaction, CompanyId company, TenantClaim claim, String provedBy)
            throws SQLException {
        transaction.query(LOCK, row -> claim, transaction.hash(claim.tenant()));
        boolean elsewhere =
                transaction
                        .first(
                                BOUND_ELSEWHERE,
                                row -> row.truth("bound"),
                                transaction.hash(claim.tenant()))
                        .orElseThrow();
        if (elsewhere) {
            claim.asked(provedBy, clock.instant()).save(transaction, company);
            return Outcome.ASKED;
        }
        bind(
                transaction,
                company,
                claim,
                new TenantBinding(Grounds.PROOF, claim.claimedBy(), provedBy, null));
        return Outcome.BOUND;
    }

    private void bind(
            StoreTransaction transaction,
            CompanyId company,
            TenantClaim claim,
            TenantBinding binding)
            throws SQLException {
        save.bind(
                transaction, company, claim.tenant(), Optional.ofNullable(claim.group()), binding);
    }

    private static Optional<TenantClaim> asked(StoreTransaction transaction, EntraTenantId tenant)
            throws SQLException {
        return TenantClaim.read(transaction)
                .filter(claim -> claim.state() == TenantClaim.State.ASKED)
                .filter(claim -> claim.tenant().equals(tenant));
    }
}
