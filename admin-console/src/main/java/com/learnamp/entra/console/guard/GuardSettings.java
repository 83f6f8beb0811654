package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company's limits and its grace period. A share and a number of people: the greater of the two
 * counts, over the window.
 *
 * @param limitPercent of the active people; null: the number alone counts
 * @param limitPeople null: the share alone counts; both null: there is no limit
 * @param savedAt null: nobody has saved any, and these are everybody's
 */
record GuardSettings(
        int graceHours,
        @Nullable Integer limitPercent,
        @Nullable Integer limitPeople,
        int windowHours,
        @Nullable Instant savedAt,
        @Nullable String savedBy) {

    static final String GRACE_HOURS = "graceHours";
    static final String LIMIT_PERCENT = "limitPercent";
    static final String LIMIT_PEOPLE = "limitPeople";
    static final String WINDOW_HOURS = "windowHours";

    private static final int LONGEST_GRACE = 90 * 24;
    private static final int GREATEST_PERCENT = 50;
    private static final int MOST_PEOPLE = 500;
    private static final int LONGEST_WINDOW = 7 * 24;

    private static final String READ =
            """
            SELECT grace_hours, limit_percent::bigint, limit_people::bigint, window_hours, saved_at, saved_by
            FROM provisioning.guard_in_force WHERE company_id = learnamp.current_company()
            """;

    private static final String SAVE =
            """
            INSERT INTO provisioning.guard_settings (
                company_id, grace_hours, limit_percent, limit_people, window_hours, saved_at, saved_by)
            VALUES (learnamp.current_company(), ?, ?, ?, ?, ?, ?)
            ON CONFLICT (company_id) DO UPDATE
            SET grace_hours = excluded.grace_hours, limit_percent = excluded.limit_percent,
                limit_people = excluded.limit_people, window_hours = excluded.window_hours,
                saved_at = excluded.saved_at, saved_by = excluded.saved_by
            """;

    static GuardSettings read(StoreTransaction transaction) throws SQLException {
        return transaction.first(READ, GuardSettings::settings).orElseThrow();
    }

    private static GuardSettings settings(StoredRow row) throws SQLException {
        return new GuardSettings(
                Math.toIntExact(row.number("grace_hours")),
                maybe(row.maybeNumber("limit_percent")),
                maybe(row.maybeNumber("limit_people")),
                Math.toIntExact(row.number("window_hours")),
                row.maybeInstant("saved_at"),
                row.maybeText("saved_by"));
    }

    private static @Nullable Integer maybe(@Nullable Long number) {
        return number == null ? null : Math.toIntExact(number);
    }

    void save(StoreTransaction transaction) throws SQLException {
        transaction.update(
                SAVE, graceHours, limitPercent, limitPeople, windowHours, savedAt, savedBy);
    }

    /**
     * What a program wants; what it leaves out stays.
     *
     * @param problems gets what is wrong
     */
    GuardSettings changedBy(JsonFields body, FieldProblems problems, Author author, Instant now) {
        GuardSettings next =
                new GuardSettings(
                        body.number(GRACE_HOURS, 0, LONGEST_GRACE, FieldProblem.NOT_A_GRACE_PERIOD)
                                .orElse(graceHours),
                        limit(
                                body,
                                LIMIT_PERCENT,
                                GREATEST_PERCENT,
                                FieldProblem.NOT_A_LIMIT_PERCENT,
                                limitPercent),
                        limit(
                                body,
                                LIMIT_PEOPLE,
                                MOST_PEOPLE,
                                FieldProblem.NOT_A_LIMIT_PEOPLE,
                                limitPeople),
                        body.number(WINDOW_HOURS, 1, LONGEST_WINDOW, FieldProblem.NOT_A_WINDOW)
                                .orElse(windowHours),
                        now,
                        author.name());
        if (limits() && !next.limits() && !author.operations()) {
            problems.add(LIMIT_PEOPLE, FieldProblem.NO_LIMIT_LEFT);
        }
        return next;
    }

    private static @Nullable Integer limit(
            JsonFields body,
            String name,
            int most,
            FieldProblem otherwise,
            @Nullable Integer before) {
        @Nullable Integer given = body.number(name, 1, most, otherwise).orElse(null);
        return given != null || body.isNull(name) ? given : before;
    }

    private boolean limits() {
        return limitPercent != null || limitPeople != null;
    }
}
