package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some of the people whom a run updated, and what becomes of each when it is undone. */
final class UndoBatch {

    private static final String MARK =
            """
            INSERT INTO provisioning.undone (company_id, user_id, field, value, run_id, undone_by, undone_at)
            SELECT ?, r.user_id, r.field, r.value, ?, ?, ?
            FROM jsonb_to_recordset(?::jsonb) AS r(user_id bigint, field text, value text)
            ON CONFLICT (company_id, user_id, field) DO UPDATE
            SET value = excluded.value, run_id = excluded.run_id, undone_by = excluded.undone_by,
                undone_at = excluded.undone_at, kept = false
            """;

    /** What the run cleared had been written by the sync before, and is its own again. */
    private static final String OURS_AGAIN =
            """
            UPDATE provisioning.ledger l SET written = l.written || r.written
            FROM (SELECT x.user_id, jsonb_object_agg(x."column", x.before) AS written
                  FROM jsonb_to_recordset(?::jsonb) AS x(user_id bigint, "column" text, value text, before text)
                  WHERE x.value IS NULL GROUP BY x.user_id) r
            WHERE l.user_id = r.user_id
            """;

    /** A longer chain of addresses is not undone. */
    private static final int MOST_HOLDERS = 1000;

    private final long last;
    private final Map<Long, ChangedUser> people;
    private final List<RunChange> undone = new ArrayList<>();
    private final Map<Long, LeftAsIs> left = new LinkedHashMap<>();

    private UndoBatch(long last, Map<Long, ChangedUser> people) {
        this.last = last;
        this.people = people;
    }

    /**
     * @param most people, but for those whose address one of them shall have
     * @return empty after the last one
     */
    static Optional<UndoBatch> next(
            StoreTransaction transaction, UUID run, UndoProgress progress, int most)
            throws SQLException {
        List<Long> turn =
                RunChange.people(transaction, run, progress.last(), progress.ahead(), most);
        if (turn.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids =
                RunChange.withHolders(transaction, run, turn, most + MOST_HOLDERS).stream()
                        .filter(person -> !progress.isPast(person))
                        .toList();
        Map<Long, ChangedUser> people = new HashMap<>();
        StoredUsers.byIds(transaction, ids).forEach(person -> people.put(person.id(), person));
        UndoBatch batch = new UndoBatch(turn.getLast(), people);
        List<RunChange> changes = RunChange.of(transaction, run, ids);
        PresentOthers present = PresentOthers.of(transaction, changes, people, progress.moved());
        for (RunChange change : changes) {
            @Nullable ChangedUser person = people.get(change.user());
            if (person != null) {
                batch.decide(change, person, present);
            }
        }
        return Optional.of(batch);
    }

    private void decide(RunChange change, ChangedUser person, PresentOthers present) {
        Optional<UndoObstacle> obstacle = present.obstacle(change, person);
        if (obstacle.isPresent()) {
            left.computeIfAbsent(person.id(), id -> LeftAsIs.of(person))
                    .add(change.field().apiName(), obstacle.get());
        } else {
            change.field().set(person, change.before());
            undone.add(change);
        }
    }

    /** Whose turn it was last. */
    long last() {
        return last;
    }

    Set<Long> people() {
        return people.keySet();
    }

    /** Whose address is put back. */
    List<Long> moved() {
        return undone.stream()
                .filter(change -> change.isOf(UserField.EMAIL))
                .map(RunChange::user)
                .toList();
    }

    /** How many have something back. */
    int count() {
        return (int) undone.stream().map(RunChange::user).distinct().count();
    }

    List<LeftAsIs> left() {
        return List.copyOf(left.values());
    }

    void save(StoreTransaction transaction, CompanyId company, UUID run, String by, Instant now)
            throws SQLException {
        String marks = SaveUsers.json(undone.stream().map(UndoBatch::row).toList());
        transaction.update(MARK, company.value(), run, by, now, marks);
        transaction.update(OURS_AGAIN, marks);
        new SaveUsers(transaction, company, by, now).save(List.copyOf(people.values()));
    }

    private static Map<String, @Nullable Object> row(RunChange change) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("user_id", change.user());
        row.put("field", change.field().apiName());
        row.put("column", change.field().column());
        row.put("before", change.before());
        row.put("value", change.after());
        return row;
    }
}
