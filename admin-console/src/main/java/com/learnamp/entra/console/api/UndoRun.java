package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fields of people back as they were before a run, except where somebody has changed them
 * since; and marks them, so that the next sync asks before it does the same again. Who somebody is,
 * his address, his manager and his status are not among these fields.
 */
@ApplicationScoped
public class UndoRun {

    private static final Set<UserField> UNDOABLE =
            Set.of(
                    UserField.FIRST_NAME,
                    UserField.LAST_NAME,
                    UserField.JOB_TITLE,
                    UserField.LANGUAGE,
                    UserField.HIRE_DATE,
                    UserField.LOCATION,
                    UserField.DEPARTMENT,
                    UserField.PRIMARY_TEAM);

    private static final int AT_ONCE = 200;

    /** What the run did to the next people, of each field from its first change to its last. */
    private static final String CHANGES =
            """
            WITH people AS (
                SELECT DISTINCT h.user_id FROM provisioning.history h
                WHERE h.run_id = ? AND h.kind = 'updated' AND h.user_id > ? ORDER BY h.user_id LIMIT ?)
            SELECT h.user_id, f.key AS field,
                   (array_agg(f.value ->> 'before' ORDER BY h.change_number))[1] AS before,
                   (array_agg(f.value ->> 'after' ORDER BY h.change_number DESC))[1] AS after
            FROM people JOIN provisioning.history h ON h.user_id = people.user_id AND h.run_id = ? AND h.kind = 'updated'
            CROSS JOIN LATERAL jsonb_each(h.changes) f
            GROUP BY h.user_id, f.key ORDER BY h.user_id
            """;

    private static final String MARK =
            """
            INSERT INTO provisioning.undone (company_id, user_id, field, value, run_id, undone_by, undone_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id, user_id, field) DO UPDATE
            SET value = excluded.value, run_id = excluded.run_id, undone_by = excluded.undone_by,
                undone_at = excluded.undone_at
            """;

    /**
     * @param people who have a field back
     * @param left people of whom a field was changed since, and stays
     */
    public record Outcome(int people, int left) {}

    private final CompanyScope scope;
    private final Clock clock;

    UndoRun(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    private record Done(
            long user, UserField field, @Nullable String before, @Nullable String after) {

        boolean isToBeUndone() {
            return UNDOABLE.contains(field) && !Objects.equals(before, after);
        }

        /** Nobody has changed it since, and he is here. */
        boolean isOf(ChangedUser person) {
            return person.isActive() && Objects.equals(person.get(field), after);
        }
    }

    /** In short transactions, one after the other; what was undone before is not undone twice. */
    public Outcome undo(CompanyId company, UUID run, String by) {
        int people = 0;
        int left = 0;
        Optional<Batch> batch = Optional.of(new Batch(0, 0, 0));
        while (batch.isPresent()) {
            long after = batch.get().last();
            batch =
                    scope.locked(
                            company, transaction -> undo(transaction, company, run, by, after));
            people += batch.map(Batch::people).orElse(0);
            left += batch.map(Batch::left).orElse(0);
        }
        return new Outcome(people, left);
    }

    private record Batch(long last, int people, int left) {}

    private Optional<Batch> undo(
            StoreTransaction transaction, CompanyId company, UUID run, String by, long after)
            throws SQLException {
        Map<Long, List<Done>> done = new LinkedHashMap<>();
        transaction
                .query(CHANGES, UndoRun::done, run, after, AT_ONCE, run)
                .forEach(one -> {
                    List<Done> of = done.computeIfAbsent(one.user(), unseen -> new ArrayList<>());
                    if (one.isToBeUndone()) {
                        of.add(one);
                    }
                });
        if (done.isEmpty()) {
            return Optional.empty();
        }
        List<ChangedUser> people = new ArrayList<>();
        List<Done> undone = new ArrayList<>();
        int left = 0;
        for (Map.Entry<Long, List<Done>> entry : done.entrySet()) {
            ChangedUser person = StoredUsers.byId(transaction, entry.getKey()).orElseThrow();
            List<Done> those = entry.getValue().stream().filter(one -> one.isOf(person)).toList();
            left += those.size() < entry.getValue().size() ? 1 : 0;
            those.forEach(one -> person.set(one.field(), one.before()));
            undone.addAll(those);
            people.add(person);
        }
        Instant now = clock.instant();
        for (Done one : undone) {
            mark(transaction, company, run, by, now, one);
        }
        new SaveUsers(transaction, company, by, now).save(people);
        int changed = (int) people.stream().filter(one -> !one.changes().isEmpty()).count();
        return Optional.of(new Batch(people.getLast().id(), changed, left));
    }

    private static void mark(
            StoreTransaction transaction,
            CompanyId company,
            UUID run,
            String by,
            Instant now,
            Done one)
            throws SQLException {
        transaction.update(
                MARK,
                company.value(),
                one.user(),
                one.field().apiName().orElseThrow(),
                one.after(),
                run,
                by,
                now);
    }

    private static Done done(StoredRow row) throws SQLException {
        return new Done(
                row.number("user_id"),
                UserField.named(row.text("field")).orElse(UserField.STATUS_BEFORE_DEACTIVATION),
                row.maybeText("before"),
                row.maybeText("after"));
    }
}
