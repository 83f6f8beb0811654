package com.learnamp.entra.console.guard;

import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What it would mean to deactivate everybody who waits in a review.
 *
 * @param people who could not sign in any more
 * @param teamPlaces that would end
 * @param managed people who would go to the Owner
 * @param aboveViewer how many have a role above viewer
 * @param deletedByLearnAmp what Learn Amp deletes of each, for good
 */
record Consequences(
        long people,
        long teamPlaces,
        long managed,
        long aboveViewer,
        List<String> deletedByLearnAmp) {

    static final List<String> DELETED =
            List.of("tasks", "event_enrolments", "objectives", "purchase_requests");

    private static final String ALL =
            """
            WITH waiting AS MATERIALIZED (
                SELECT w.company_id, w.user_id FROM provisioning.withheld w
                WHERE w.company_id = learnamp.current_company() AND w.review_id = ? AND w.state = 'review')
            SELECT count(u.id) AS people, count(*) FILTER (WHERE u.role <> 'viewer') AS above_viewer,
                   count(u.primary_team_id) + (
                       SELECT count(*) FROM waiting w JOIN learnamp.secondary_team_users s
                           ON s.company_id = w.company_id AND s.user_id = w.user_id) AS team_places,
                   (SELECT count(*) FROM waiting w JOIN learnamp.users r
                        ON r.company_id = w.company_id AND r.manager_id = w.user_id) AS managed
            FROM waiting w JOIN learnamp.users u ON u.company_id = w.company_id AND u.id = w.user_id
            """;

    static Consequences of(StoreTransaction transaction, UUID review) throws SQLException {
        return transaction
                .first(
                        ALL,
                        row ->
                                new Consequences(
                                        row.number("people"),
                                        row.number("team_places"),
                                        row.number("managed"),
                                        row.number("above_viewer"),
                                        DELETED),
                        review)
                .orElseThrow();
    }
}
