package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import com.learnamp.entra.writer.people.UserStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Invitations of new people: at their time for those who come alone, but not before its end for
 * those of a run. One that waits moves with the hire date.
 */
final class ScheduleInvitations {

    private static final String SCHEDULE =
            """
            INSERT INTO provisioning.invitations (company_id, user_id, state, due_at, let_through_at)
            SELECT ?, r.user_id, r.state, r.due_at, r.let_through_at
            FROM jsonb_to_recordset(?::jsonb) AS r(
                user_id bigint, state text, due_at timestamptz, let_through_at timestamptz)
            ON CONFLICT (company_id, user_id) DO NOTHING
            """;

    /** Not of those that somebody asked for, nor of those that the mail server has seen. */
    private static final String MOVE =
            """
            UPDATE provisioning.invitations i SET due_at = r.due_at
            FROM jsonb_to_recordset(?::jsonb) AS r(user_id bigint, due_at timestamptz)
            WHERE i.company_id = ? AND i.user_id = r.user_id AND i.state IN ('held', 'due', 'kept_back')
              AND i.requested_by IS NULL AND i.attempts = 0 AND greatest(i.due_at, ?) <> r.due_at
            """;

    private final CompanyTransaction transaction;
    private final InvitationTime time;
    private final Instant now;

    ScheduleInvitations(CompanyTransaction transaction, InvitationTime time, Instant now) {
        this.transaction = transaction;
        this.time = time;
        this.now = now;
    }

    /**
     * @param approved the objects of those whom an admin has let in himself: no limit on
     *     invitations stands in their way
     */
    void schedule(Collection<Candidate> invited, Predicate<UUID> approved) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Candidate candidate : invited) {
            due(candidate, candidate.person().orElseThrow())
                    .ifPresent(due ->
                            rows.add(row(candidate, due, approved.test(candidate.object()))));
        }
        if (!rows.isEmpty()) {
            transaction.update(SCHEDULE, transaction.company(), Json.of(rows));
        }
    }

    private Map<String, Object> row(Candidate candidate, Instant due, boolean approved) {
        Map<String, Object> row = new HashMap<>();
        row.put("user_id", candidate.person().orElseThrow().id());
        row.put("state", candidate.command().origin().run() != null ? "held" : "due");
        row.put("due_at", due);
        row.put("let_through_at", approved ? now : null);
        return row;
    }

    /**
     * @param arrivals of whom some may wait for their invitations
     */
    void move(Collection<Candidate> arrivals) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Candidate candidate : arrivals) {
            candidate
                    .person()
                    .filter(ScheduleInvitations::waits)
                    .ifPresent(person ->
                            due(candidate, person)
                                    .ifPresent(due ->
                                            rows.add(
                                                    Map.of(
                                                            "user_id",
                                                            person.id(),
                                                            "due_at",
                                                            due))));
        }
        if (!rows.isEmpty()) {
            transaction.update(MOVE, Json.of(rows), transaction.company(), now);
        }
    }

    private Optional<Instant> due(Candidate candidate, Person person) {
        @Nullable String hireDate = person.get(UserField.HIRE_DATE);
        return time.of(
                candidate.command(), hireDate == null ? null : LocalDate.parse(hireDate), now);
    }

    private static boolean waits(Person person) {
        return !person.isNew() && UserStatus.INVITE_SCHEDULED.equals(person.get(UserField.STATUS));
    }
}
