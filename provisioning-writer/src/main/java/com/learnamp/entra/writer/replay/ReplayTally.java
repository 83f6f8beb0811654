package com.learnamp.entra.writer.replay;

import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of replays, counted in the transaction that makes them true; of a trial what would be
 * true.
 */
public final class ReplayTally {

    /** Something as new, or newer, is applied already; or the settings are not the company's. */
    private static final String OLDER = "older";

    /** A replay that nobody knows any more counts nothing. */
    private static final String COUNT =
            """
            INSERT INTO provisioning.replay_figures AS f (replay_id, company_id, outcome, people)
            SELECT r.replay_id, ?, r.outcome, r.people
            FROM jsonb_to_recordset(?::jsonb) AS r(replay_id uuid, outcome text, people bigint)
            ON CONFLICT (replay_id, company_id, outcome) DO UPDATE SET people = f.people + excluded.people
            """;

    private record Key(UUID replay, String outcome) {}

    private final Map<Key, Long> figures = new LinkedHashMap<>();

    /** Counts a command, if it belongs to a replay. */
    public void count(UserCommand command, String outcome) {
        Origin.@Nullable Replay replay = command.origin().replay();
        if (replay != null) {
            figures.merge(new Key(replay.id(), outcome), 1L, Long::sum);
        }
    }

    public void older(UserCommand command) {
        count(command, OLDER);
    }

    public void save(CompanyTransaction transaction) throws SQLException {
        if (!figures.isEmpty()) {
            transaction.update(
                    COUNT,
                    transaction.company(),
                    Json.of(
                            figures.entrySet().stream()
                                    .map(figure -> row(figure.getKey(), figure.getValue()))
                                    .toList()));
        }
    }

    private static Map<String, Object> row(Key key, long people) {
        return new TreeMap<>(
                Map.of("replay_id", key.replay(), "outcome", key.outcome(), "people", people));
    }
}
