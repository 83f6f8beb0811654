package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On what grounds a tenant is bound to a company. Every one is kept.
 *
 * @param boundBy who wanted it
 * @param provedBy the object id, in the tenant, of the administrator who signed in
 * @param agreedBy the Owner of the company that the tenant was bound to already
 */
public record TenantBinding(
        Grounds grounds, String boundBy, @Nullable String provedBy, @Nullable String agreedBy) {

    private static final String ADD =
            """
            INSERT INTO provisioning.tenant_bindings (
                company_id, tenant_sealed, tenant_hash, grounds, bound_by, proved_by, agreed_by, bound_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LATEST =
            """
            SELECT grounds, bound_by, proved_by, agreed_by, bound_at
            FROM provisioning.tenant_bindings WHERE tenant_hash = ? ORDER BY id DESC LIMIT 1
            """;

    /** Whatever was wanted before is over. */
    private static final String FORGET_CLAIM =
            "DELETE FROM provisioning.tenant_claims WHERE company_id = ?";

    /** Why it may be. */
    public enum Grounds {
        /** An administrator of the tenant signed in. */
        PROOF,
        /** He did, and the Owner of the company that had the tenant agreed. */
        AGREEMENT,
        /** Learn Amp's operations made sure, and bound it by hand. */
        OPERATIONS
    }

    /** When it was bound. */
    public record Dated(TenantBinding binding, Instant at) {}

    public TenantBinding {
        Objects.requireNonNull(grounds, "grounds");
        Objects.requireNonNull(boundBy, "boundBy");
    }

    static TenantBinding byHand(Author author) {
        return new TenantBinding(Grounds.OPERATIONS, author.name(), null, null);
    }

    /** Why the transaction's company is bound to the tenant. */
    public static Optional<Dated> latest(StoreTransaction transaction, EntraTenantId tenant)
            throws SQLException {
        return transaction.first(LATEST, TenantBinding::dated, transaction.hash(tenant));
    }

    void keep(StoreTransaction transaction, CompanyId company, EntraTenantId tenant, Instant at)
            throws SQLException {
        transaction.update(
                ADD,
                company.value(),
                transaction.sealed(tenant),
                transaction.hash(tenant),
                StoredWords.of(grounds),
                boundBy,
                provedBy,
                agreedBy,
                at);
        transaction.update(FORGET_CLAIM, company.value());
    }

    private static Dated dated(StoredRow row) throws SQLException {
        return new Dated(
                new TenantBinding(
                        Grounds.valueOf(row.text("grounds").toUpperCase(Locale.ROOT)),
                        row.text("bound_by"),
                        row.maybeText("proved_by"),
                        row.maybeText("agreed_by")),
                row.instant("bound_at"));
    }
}
