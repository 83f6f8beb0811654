package com.learnamp.entra.console.companies;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All companies, for operations. */
@ApplicationScoped
class Companies {

    private static final String ALL =
            "SELECT id, name, time_zone, language FROM learnamp.all_companies()";

    record Company(CompanyId id, String name, String timeZone, String language) {}

    private final CompanyScope scope;

    Companies(CompanyScope scope) {
        this.scope = scope;
    }

    List<Company> all() {
        return scope.ofNoCompany(transaction ->
                transaction.query(
                        ALL,
                        row ->
                                new Company(
                                        new CompanyId(row.number("id")),
                                        row.text("name"),
                                        row.text("time_zone"),
                                        row.text("language"))));
    }
}
