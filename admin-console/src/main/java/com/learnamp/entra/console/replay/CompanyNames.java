package com.learnamp.entra.console.replay;

import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What companies are called. */
final class CompanyNames {

    private static final String NAMES =
            "SELECT id, name FROM learnamp.all_companies() WHERE id = ANY (?)";

    private static final String COUNT =
            "SELECT count(*) AS companies FROM learnamp.all_companies()";

    private CompanyNames() {}

    /** Of those that there are. */
    static Map<Long, String> of(StoreTransaction transaction, Collection<Long> companies)
            throws SQLException {
        Map<Long, String> names = new HashMap<>();
        transaction.query(
                NAMES,
                row -> names.put(row.number("id"), row.text("name")),
                (Object) companies.toArray(Long[]::new));
        return names;
    }

    static Optional<String> of(StoreTransaction transaction, long company) throws SQLException {
        return Optional.ofNullable(of(transaction, List.of(company)).get(company));
    }

    static long count(StoreTransaction transaction) throws SQLException {
        return transaction.first(COUNT, row -> row.number("companies")).orElseThrow();
    }
}
