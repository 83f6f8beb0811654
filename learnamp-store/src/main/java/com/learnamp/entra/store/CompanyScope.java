package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Units of work, each in a transaction of its own. Row-level security shows such a transaction the
 * rows of the company that it works for, and no other's.
 */
@ApplicationScoped
public class CompanyScope {

    /** What is done in the transaction; whatever it throws rolls back. */
    public interface Work<T> {
        T in(StoreTransaction transaction) throws SQLException;
    }

    private final AgroalDataSource store;
    private final TenantSeal tenants;

    CompanyScope(AgroalDataSource store, SealingConfig config) {
        this.store = store;
        this.tenants = TenantSeal.parse(config.tenantKeys());
    }

    /**
     * @throws StoreFailed if a statement fails
     */
    public <T> T of(CompanyId company, Work<T> work) {
        return inTransaction(transaction -> {
            transaction.workFor(company);
            return work.in(transaction);
        });
    }

    /**
     * As {@link #of}, holding the company's lock until the end: for whatever changes its settings,
     * its runs or its people, so that the outbox tells of changes in the order of their commits.
     */
    public <T> T locked(CompanyId company, Work<T> work) {
        return of(
                company,
                transaction -> {
                    transaction.lock(company);
                    return work.in(transaction);
                });
    }

    /**
     * As {@link #of}; without a company across all of them, where the tables let Learn Amp's
     * operations look so.
     */
    public <T> T ofCompanyOrAll(Optional<CompanyId> company, Work<T> work) {
        return company.isPresent()
                ? of(company.get(), work)
                : inTransaction(transaction -> {
                    transaction.workForOperations();
                    return work.in(transaction);
                });
    }

    /**
     * For what belongs to no company: sessions, staff, the functions that look across companies.
     */
    public <T> T ofNoCompany(Work<T> work) {
        return inTransaction(work);
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    try (Connection connection = store.getConnection()) {
                        return work.in(new StoreTransaction(connection, tenants));
                    } catch (SQLException e) {
                        throw new StoreFailed(e);
                    }
                });
    }
}
