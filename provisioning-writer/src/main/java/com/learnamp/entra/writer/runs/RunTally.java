package com.learnamp.entra.writer.runs;

import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures of runs, counted in the transaction that makes them true. */
public final class RunTally {

    /** graph-fetcher starts runs by itself when a group changes: those are unknown until now. */
    private static final String BEGIN =
            """
            INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger, requested_at)
            SELECT r.id, ?, r.revision, r.trigger, r.requested_at
            FROM jsonb_to_recordset(?::jsonb) AS r(id uuid, revision bigint, trigger text, requested_at timestamptz)
            WHERE NOT EXISTS (SELECT FROM provisioning.sync_runs known WHERE known.id = r.id)
            ON CONFLICT DO NOTHING
            """;

    private static final String COUNT =
            """
            UPDATE provisioning.sync_runs s
            SET created = s.created + r.created, linked = s.linked + r.linked, updated = s.updated + r.updated,
                unchanged = s.unchanged + r.unchanged, deactivated = s.deactivated + r.deactivated,
                reactivated = s.reactivated + r.reactivated, rejected = s.rejected + r.rejected,
                parked = s.parked + r.parked, waiting = s.waiting + r.waiting
            FROM jsonb_to_recordset(?::jsonb) AS r(
                id uuid, created bigint, linked bigint, updated bigint, unchanged bigint, deactivated bigint,
                reactivated bigint, rejected bigint, parked bigint, waiting bigint)
            WHERE s.company_id = ? AND s.id = r.id
            """;

    /**
     * @param requestedAt of the first command: all of a run have the same
     */
    private record Run(UUID id, RunTrigger trigger, long revision, Instant requestedAt) {}

    private final Map<UUID, Run> runs = new LinkedHashMap<>();
    private final Map<UUID, EnumMap<Figure, Long>> figures = new LinkedHashMap<>();

    /** Counts a command, if it belongs to a run. */
    public void count(UserCommand command, Figure figure) {
        @Nullable Run run = run(command);
        if (run != null) {
            runs.putIfAbsent(run.id(), run);
            figures.computeIfAbsent(run.id(), unseen -> new EnumMap<>(Figure.class))
                    .merge(figure, 1L, Long::sum);
        }
    }

    public void save(CompanyTransaction transaction) throws SQLException {
        if (figures.isEmpty()) {
            return;
        }
        transaction.update(BEGIN, transaction.company(), runs());
        transaction.update(COUNT, counts(), transaction.company());
    }

    static void begin(CompanyTransaction transaction, Map<String, Object> run) throws SQLException {
        transaction.update(BEGIN, transaction.company(), Json.of(List.of(run)));
    }

    static Map<String, Object> row(
            UUID id, RunTrigger trigger, long revision, Instant requestedAt) {
        return Map.of(
                "id", id,
                "trigger", trigger.name().toLowerCase(Locale.ROOT),
                "revision", revision,
                "requested_at", requestedAt);
    }

    private String runs() {
        return Json.of(
                runs.values().stream()
                        .map(run -> row(run.id(), run.trigger(), run.revision(), run.requestedAt()))
                        .toList());
    }

    private String counts() {
        return Json.of(
                figures.entrySet().stream()
                        .map(entry -> counts(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Map<String, Object> counts(UUID run, Map<Figure, Long> counted) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", run);
        for (Figure figure : Figure.values()) {
            row.put(figure.label(), counted.getOrDefault(figure, 0L));
        }
        return row;
    }

    private static @Nullable Run run(UserCommand command) {
        @Nullable SyncRunId run = command.origin().run();
        @Nullable RunTrigger trigger = command.origin().trigger();
        if (run == null || trigger == null) {
            return null;
        }
        @Nullable Instant requestedAt = command.origin().noticedAt();
        return new Run(
                run.value(),
                trigger,
                command.revision(),
                requestedAt == null ? command.observedAt() : requestedAt);
    }
}
