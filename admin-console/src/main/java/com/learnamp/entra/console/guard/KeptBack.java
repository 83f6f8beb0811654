package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody who has left is still active, as his page tells it.
 *
 * @param state grace, review, rejected; empty if nothing of the kind
 * @param dueAt the end of the grace period
 * @param review that he waits in
 */
public record KeptBack(
        String state,
        Times.@Nullable Moment dueAt,
        @Nullable String review,
        String decidedBy,
        @Nullable Hold hold,
        Times.@Nullable Moment heldUntil) {

    private static final String LEAVING =
            """
            SELECT state, due_at, review_id, decided_by FROM provisioning.withheld
            WHERE company_id = learnamp.current_company() AND user_id = ? AND kind = 'deactivation'
              AND state IN ('grace', 'review', 'rejected')
            """;

    public static KeptBack of(StoreTransaction transaction, long person, Times times)
            throws SQLException {
        Optional<Hold> hold = Hold.of(transaction, person);
        return transaction
                .first(LEAVING, row -> kept(row, hold, times), person)
                .orElseGet(() ->
                        new KeptBack("", null, null, "", hold.orElse(null), until(hold, times)));
    }

    private static KeptBack kept(StoredRow row, Optional<Hold> hold, Times times)
            throws SQLException {
        return new KeptBack(
                row.text("state"),
                Optional.ofNullable(row.maybeInstant("due_at")).map(times::at).orElse(null),
                Optional.ofNullable(row.maybeUuid("review_id")).map(Object::toString).orElse(null),
                Objects.requireNonNullElse(row.maybeText("decided_by"), ""),
                hold.orElse(null),
                until(hold, times));
    }

    private static Times.@Nullable Moment until(Optional<Hold> hold, Times times) {
        return hold.map(Hold::until).map(times::at).orElse(null);
    }
}
