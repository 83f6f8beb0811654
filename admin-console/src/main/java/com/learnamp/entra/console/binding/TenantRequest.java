package com.learnamp.entra.console.binding;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Another company that has proved the tenant of ours, and asks to be bound to it, too.
 *
 * @param company which one
 * @param name its name
 * @param claimedBy who of it wants that
 */
public record TenantRequest(CompanyId company, String name, String claimedBy, Instant claimedAt) {

    private static final String OPEN =
            "SELECT company_id, company, claimed_by, claimed_at FROM provisioning.tenant_requests()";

    /** Those that wait for an Owner of the transaction's company. */
    public static List<TenantRequest> open(StoreTransaction transaction) throws SQLException {
        return transaction.query(
                OPEN,
                row ->
                        new TenantRequest(
                                new CompanyId(row.number("company_id")),
                                row.text("company"),
                                row.text("claimed_by"),
                                row.instant("claimed_at")));
    }
}
