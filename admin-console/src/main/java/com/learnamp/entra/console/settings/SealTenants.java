package com.learnamp.entra.console.settings;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Seals the tenant ids that an older version has left in the clear, before anybody is answered. */
@ApplicationScoped
class SealTenants {

    private static final String COMPANIES = "SELECT id FROM learnamp.all_companies()";

    private static final List<String> TABLES =
            List.of("integrations", "tenant_claims", "tenant_bindings", "check_requests");

    private final CompanyScope scope;

    SealTenants(CompanyScope scope) {
        this.scope = scope;
    }

    void seal(@Observes StartupEvent event) {
        List<CompanyId> companies =
                scope.ofNoCompany(transaction ->
                        transaction.query(COMPANIES, row -> new CompanyId(row.number("id"))));
        for (CompanyId company : companies) {
            scope.locked(company, SealTenants::seal);
        }
    }

    private static boolean seal(StoreTransaction transaction) throws SQLException {
        for (String table : TABLES) {
            List<UUID> clear =
                    transaction.query(
                            "SELECT DISTINCT tenant_id FROM provisioning."
                                    + table
                                    + " WHERE tenant_id IS NOT NULL",
                            row -> row.uuid("tenant_id"));
            for (UUID id : clear) {
                EntraTenantId tenant = new EntraTenantId(id);
                transaction.update(
                        "UPDATE provisioning."
                                + table
                                + " SET tenant_sealed = ?, tenant_hash = ?, tenant_id = NULL"
                                + " WHERE tenant_id = ?",
                        transaction.sealed(tenant),
                        transaction.hash(tenant),
                        id);
            }
        }
        return true;
    }
}
