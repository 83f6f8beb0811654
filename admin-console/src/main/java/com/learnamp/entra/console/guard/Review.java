package com.learnamp.entra.console.guard;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People of whom something waits for an admin's decision, together.
 *
 * @param kind deactivation, creation, invitation, clearing
 * @param cause over_limit, changed_scope
 * @param state open; expired: nobody has decided in time, and everybody waits on; closed: nobody
 *     waits any more
 * @param mostPeople the limit that it would have been over; null for another cause
 * @param waiting how many still wait
 * @param rejected how many an admin has said no to
 */
public record Review(
        UUID id,
        String kind,
        String cause,
        String state,
        @Nullable Long mostPeople,
        @Nullable Long windowHours,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        long waiting,
        long rejected) {

    private static final String REVIEWS =
            """
            SELECT r.id, r.kind, r.cause, r.state, r.most_people, r.window_hours::bigint, r.opened_at, r.expires_at,
                   r.closed_at, w.waiting, w.rejected
            FROM provisioning.reviews r CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE w.state = 'review') AS waiting,
                       count(*) FILTER (WHERE w.state = 'rejected') AS rejected
                FROM provisioning.withheld w WHERE w.company_id = r.company_id AND w.review_id = r.id) w
            WHERE r.company_id = learnamp.current_company()
            """;

    private static final String ONE = REVIEWS + " AND r.id = ?";

    private static final String UNDECIDED =
            REVIEWS + " AND r.state <> 'closed' ORDER BY r.opened_at DESC, r.id";

    private static final String LATEST = REVIEWS + " ORDER BY r.opened_at DESC, r.id LIMIT ?";

    static Optional<Review> find(StoreTransaction transaction, UUID id) throws SQLException {
        return transaction.first(ONE, Review::review, id);
    }

    /** Those in which somebody waits. */
    public static List<Review> undecided(StoreTransaction transaction) throws SQLException {
        return transaction.query(UNDECIDED, Review::review);
    }

    /** Newest first. */
    static List<Review> latest(StoreTransaction transaction, int most) throws SQLException {
        return transaction.query(LATEST, Review::review, most);
    }

    private static Review review(StoredRow row) throws SQLException {
        return new Review(
                row.uuid("id"),
                row.text("kind"),
                row.text("cause"),
                row.text("state"),
                row.maybeNumber("most_people"),
                row.maybeNumber("window_hours"),
                row.instant("opened_at"),
                row.instant("expires_at"),
                row.maybeInstant("closed_at"),
                row.number("waiting"),
                row.number("rejected"));
    }
}
