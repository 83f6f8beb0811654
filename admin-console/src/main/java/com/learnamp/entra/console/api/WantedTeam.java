package com.learnamp.entra.console.api;

import com.learnamp.entra.console.api.TeamInput.Parameter;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a team by an input; the manager and the parent are looked up by what names them.
 */
final class WantedTeam {

    /** Teams differ by more than case and the space around. */
    private static final String SAME_NAME =
            "SELECT id FROM learnamp.teams WHERE name_key = lower(btrim(?) COLLATE pg_c_utf8)";

    private static final String BY_ID = "SELECT id FROM learnamp.teams WHERE id = ?";

    private static final String SAME_EXTERNAL_ID =
            "SELECT id FROM learnamp.teams WHERE integration_external_id = ?";

    private static final String MANAGER_BY_ID =
            "SELECT id FROM learnamp.users WHERE id = ? AND status <> 'deactivated'";

    private static final String MANAGER_BY_EMAIL =
            "SELECT id FROM learnamp.users WHERE email = lower(?) AND status <> 'deactivated'";

    /** The parent, its parent, and so on. */
    private static final String ABOVE =
            """
            WITH RECURSIVE above AS (
                SELECT id, parent_team_id FROM learnamp.teams WHERE id = ?
                UNION
                SELECT t.id, t.parent_team_id FROM learnamp.teams t JOIN above a ON t.id = a.parent_team_id)
            SELECT id FROM above WHERE id = ?
            """;

    private final StoreTransaction transaction;
    private final StoredTeam before;
    private final Map<Parameter, String> texts;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private WantedTeam(StoreTransaction transaction, StoredTeam before, TeamInput input) {
        this.transaction = transaction;
        this.before = before;
        this.texts = input.texts();
    }

    /**
     * @throws InvalidParameters naming all that leads to nobody and nothing, or is taken
     */
    static StoredTeam of(StoreTransaction transaction, StoredTeam before, TeamInput input)
            throws SQLException {
        WantedTeam wanted = new WantedTeam(transaction, before, input);
        StoredTeam team =
                new StoredTeam(
                        before.id(),
                        wanted.name(),
                        wanted.externalId(),
                        wanted.parent(),
                        wanted.manager());
        if (!wanted.errors.isEmpty()) {
            throw new InvalidParameters(wanted.errors);
        }
        return team;
    }

    private String name() throws SQLException {
        String name = texts.getOrDefault(Parameter.NAME, before.name());
        refuseTaken(Parameter.NAME, SAME_NAME);
        return name;
    }

    private @Nullable String externalId() throws SQLException {
        if (!texts.containsKey(Parameter.EXTERNAL_ID)) {
            return before.externalId();
        }
        refuseTaken(Parameter.EXTERNAL_ID, SAME_EXTERNAL_ID);
        String id = texts.getOrDefault(Parameter.EXTERNAL_ID, "");
        return id.isEmpty() ? null : id;
    }

    private void refuseTaken(Parameter parameter, String sql) throws SQLException {
        String value = texts.getOrDefault(parameter, "");
        if (!value.isEmpty() && found(sql, value).filter(id -> id != before.id()).isPresent()) {
            refuse(parameter, "has already been taken");
        }
    }

    private @Nullable Long parent() throws SQLException {
        @Nullable Long parent =
                named(
                        Parameter.PARENT_TEAM_ID,
                        Parameter.PARENT_TEAM_NAME,
                        BY_ID,
                        SAME_NAME,
                        before.parent(),
                        "must match existing teams ");
        if (parent != null && found(ABOVE, parent, before.id()).isPresent()) {
            refuse(
                    texts.containsKey(Parameter.PARENT_TEAM_ID)
                            ? Parameter.PARENT_TEAM_ID
                            : Parameter.PARENT_TEAM_NAME,
                    "must not be the team itself or one below it");
        }
        return parent;
    }

    private @Nullable Long manager() throws SQLException {
        return named(
                Parameter.MANAGER_ID,
                Parameter.MANAGER_EMAIL,
                MANAGER_BY_ID,
                MANAGER_BY_EMAIL,
                before.manager(),
                "must match an existing user ");
    }

    private @Nullable Long named(
            Parameter byId,
            Parameter byWord,
            String sqlById,
            String sqlByWord,
            @Nullable Long otherwise,
            String error)
            throws SQLException {
        boolean id = texts.containsKey(byId);
        Parameter given = id ? byId : byWord;
        if (!texts.containsKey(given)) {
            return otherwise;
        }
        String text = texts.getOrDefault(given, "");
        if (text.isEmpty()) {
            return null;
        }
        Optional<Long> found =
                id ? found(sqlById, Identifiers.parse(text).orElse(0L)) : found(sqlByWord, text);
        if (found.isEmpty()) {
            refuse(
                    given,
                    error + (id ? "ID" : byWord == Parameter.MANAGER_EMAIL ? "email" : "name"));
        }
        return found.orElse(null);
    }

    private Optional<Long> found(String sql, Object... parameters) throws SQLException {
        return transaction.first(sql, row -> row.number("id"), parameters);
    }

    private void refuse(Parameter parameter, String error) {
        errors.put(parameter.apiName(), List.of(error));
    }
}
