package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Invitations of new people: at once for those who come alone, after its end for those of a run.
 */
final class ScheduleInvitations {

    private static final String SCHEDULE =
            """
            INSERT INTO provisioning.invitations (company_id, user_id, state, due_at)
            SELECT ?, r.user_id, r.state, ?
            FROM jsonb_to_recordset(?::jsonb) AS r(user_id bigint, state text)
            ON CONFLICT (company_id, user_id) DO NOTHING
            """;

    private ScheduleInvitations() {}

    static void of(CompanyTransaction transaction, List<Candidate> invited, Instant now)
            throws SQLException {
        if (!invited.isEmpty()) {
            transaction.update(
                    SCHEDULE,
                    transaction.company(),
                    now,
                    Json.of(invited.stream().map(ScheduleInvitations::row).toList()));
        }
    }

    private static Map<String, Object> row(Candidate candidate) {
        boolean ofRun = candidate.command().origin().run() != null;
        return Map.of(
                "user_id", candidate.person().orElseThrow().id(), "state", ofRun ? "held" : "due");
    }
}
