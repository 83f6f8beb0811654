package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Something that an admin has to decide, and has not been told of.
 *
 * @param about review, expired, preview: names the text
 * @param path of the console's page
 * @param people how many it concerns
 */
record Notice(String about, UUID id, String path, long people) {

    private static final String REVIEWS =
            """
            UPDATE provisioning.reviews r SET told_at = ?
            WHERE r.company_id = ? AND r.told_at IS NULL AND r.state IN ('open', 'expired') AND r.opened_at <= ?
            RETURNING r.id, r.state, (
                SELECT count(*) FROM provisioning.withheld w
                WHERE w.company_id = r.company_id AND w.review_id = r.id AND w.state = 'review') AS people
            """;

    private static final String PREVIEWS =
            """
            UPDATE provisioning.previews p SET told_at = ?
            WHERE p.company_id = ? AND p.told_at IS NULL AND p.confirmed_at IS NULL AND p.expires_at > ?
            RETURNING p.run_id, (SELECT r.people FROM provisioning.sync_runs r WHERE r.id = p.run_id) AS people
            """;

    private static final String NOT_TOLD_REVIEWS =
            "UPDATE provisioning.reviews SET told_at = NULL WHERE company_id = ? AND id = ANY (?)";

    private static final String NOT_TOLD_PREVIEWS =
            "UPDATE provisioning.previews SET told_at = NULL WHERE company_id = ? AND run_id = ANY (?)";

    /** Takes them, so that nobody is told twice. */
    static List<Notice> claim(CompanyTransaction transaction, Instant openedBefore, Instant now)
            throws SQLException {
        List<Notice> notices =
                new ArrayList<>(
                        transaction.query(
                                REVIEWS, Notice::review, now, transaction.company(), openedBefore));
        notices.addAll(
                transaction.query(PREVIEWS, Notice::preview, now, transaction.company(), now));
        return notices.stream().filter(notice -> notice.people() > 0).toList();
    }

    /** The mail server was not reached: they are told later. */
    static void giveBack(CompanyTransaction transaction, List<Notice> notices) throws SQLException {
        UUID[] ids = notices.stream().map(Notice::id).toArray(UUID[]::new);
        transaction.update(NOT_TOLD_REVIEWS, transaction.company(), ids);
        transaction.update(NOT_TOLD_PREVIEWS, transaction.company(), ids);
    }

    private static Notice review(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Notice(
                row.getString("state").equals("expired") ? "expired" : "review",
                id,
                "reviews/" + id,
                row.getLong("people"));
    }

    private static Notice preview(ResultSet row) throws SQLException {
        return new Notice(
                "preview", row.getObject("run_id", UUID.class), "preview", row.getLong("people"));
    }
}
