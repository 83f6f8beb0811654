package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ErasureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code provisioning.suppressions}: people who were erased, and of whom nothing is told again. */
@ApplicationScoped
public class Erased {

    private static final String COMPANIES =
            "SELECT DISTINCT company_id FROM provisioning.suppressions WHERE company_id = ANY (?)";

    private static final String AMONG =
            """
            SELECT s.company_id, encode(s.hash, 'hex') FROM provisioning.suppressions s
            JOIN unnest(?, ?) AS wanted(company, hash)
                ON s.company_id = wanted.company AND s.hash = decode(wanted.hash, 'hex')
            """;

    private final ErasureKey key;

    Erased(ErasureConfig config) {
        this.key = ErasureKey.parse(config.key());
    }

    public Set<RosterKey> among(Connection connection, Collection<RosterKey> people)
            throws SQLException {
        Set<CompanyId> companies = companies(connection, people);
        if (companies.isEmpty()) {
            return Set.of();
        }
        Map<String, RosterKey> byHash = new HashMap<>();
        people.stream()
                .filter(person -> companies.contains(person.company()))
                .forEach(person ->
                        byHash.put(
                                HexFormat.of()
                                        .formatHex(key.hash(person.company(), person.object())),
                                person));
        return among(connection, byHash);
    }

    private static Set<CompanyId> companies(Connection connection, Collection<RosterKey> people)
            throws SQLException {
        Set<CompanyId> companies = new HashSet<>();
        try (PreparedStatement find = connection.prepareStatement(COMPANIES)) {
            find.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            people.stream()
                                    .map(person -> person.company().value())
                                    .distinct()
                                    .toArray()));
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    companies.add(new CompanyId(rows.getLong(1)));
                }
            }
        }
        return companies;
    }

    private static Set<RosterKey> among(Connection connection, Map<String, RosterKey> byHash)
            throws SQLException {
        List<Long> companies = new ArrayList<>();
        byHash.values().forEach(person -> companies.add(person.company().value()));
        Set<RosterKey> erased = new HashSet<>();
        try (PreparedStatement find = connection.prepareStatement(AMONG)) {
            find.setArray(1, connection.createArrayOf("bigint", companies.toArray()));
            find.setArray(2, connection.createArrayOf("text", byHash.keySet().toArray()));
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    erased.add(byHash.get(rows.getString(2)));
                }
            }
        }
        return erased;
    }
}
