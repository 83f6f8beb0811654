package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds teams by name, whatever the case and the space around it, and makes those that lack. */
final class Teams {

    private static final String FIND =
            """
            SELECT asked.name, t.id
            FROM unnest(?) AS asked(name)
            JOIN learnamp.teams t ON t.company_id = ? AND t.match_key = learnamp.team_key(asked.name)
            """;

    /** Flat: a hierarchy is made by hand, and kept. */
    private static final String MAKE =
            """
            INSERT INTO learnamp.teams (company_id, name, created_at, updated_at)
            SELECT ?, btrim(asked.name), now(), now()
            FROM unnest(?) AS asked(name)
            ORDER BY asked.name
            ON CONFLICT (company_id, match_key) DO NOTHING
            """;

    private record Found(String name, long id) {}

    private Teams() {}

    /**
     * @return by the name that was asked for
     */
    static Map<String, Long> named(CompanyTransaction transaction, Collection<String> names)
            throws SQLException {
        if (names.isEmpty()) {
            return Map.of();
        }
        String[] asked = names.toArray(String[]::new);
        Map<String, Long> found = find(transaction, asked);
        if (found.size() < names.size()) {
            transaction.update(MAKE, transaction.company(), asked);
            found = find(transaction, asked);
        }
        return found;
    }

    /**
     * Makes none.
     *
     * @return by the name that was asked for; 0 for a team that lacks
     */
    static Map<String, Long> ofPreview(CompanyTransaction transaction, Collection<String> names)
            throws SQLException {
        Map<String, Long> teams = new HashMap<>();
        names.forEach(name -> teams.put(name, 0L));
        teams.putAll(find(transaction, names.toArray(String[]::new)));
        return teams;
    }

    private static Map<String, Long> find(CompanyTransaction transaction, String[] asked)
            throws SQLException {
        Map<String, Long> found = new HashMap<>();
        for (Found team : transaction.query(FIND, Teams::team, asked, transaction.company())) {
            found.put(team.name(), team.id());
        }
        return found;
    }

    private static Found team(ResultSet row) throws SQLException {
        return new Found(row.getString("name"), row.getLong("id"));
    }
}
