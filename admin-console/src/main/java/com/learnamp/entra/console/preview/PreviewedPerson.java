package com.learnamp.entra.console.preview;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the first sync would do with somebody.
 *
 * @param outcome created, linked, updated, reactivated, unchanged, rejected, leaves
 * @param reason invited, email_taken, no_email, left_the_group …; null without
 * @param changes by field, as JSON: {@code {"jobTitle": {"before": …, "after": …}}}
 */
record PreviewedPerson(
        UUID objectId,
        String outcome,
        @Nullable String reason,
        @Nullable Long userId,
        @Nullable String name,
        @Nullable String email,
        @JsonRawValue String changes) {

    static final Set<String> OUTCOMES =
            Set.of(
                    "created",
                    "linked",
                    "updated",
                    "reactivated",
                    "unchanged",
                    "rejected",
                    "leaves");

    /** Before all of them. */
    static final UUID START = new UUID(0, 0);

    private static final String PEOPLE =
            """
            SELECT p.object_id, p.outcome, p.reason, p.user_id,
                   coalesce(p.name, u.first_name || ' ' || u.last_name) AS name, coalesce(p.email, u.email) AS email,
                   p.changes::text AS changes
            FROM provisioning.preview_people p
            LEFT JOIN learnamp.users u ON u.company_id = p.company_id AND u.id = p.user_id
            WHERE p.company_id = learnamp.current_company()
            """;

    private static final String ALL = PEOPLE + " AND p.object_id > ? ORDER BY p.object_id LIMIT ?";

    private static final String OF_OUTCOME =
            PEOPLE + " AND p.outcome = ? AND p.object_id > ? ORDER BY p.object_id LIMIT ?";

    /**
     * @param outcome empty: all of them
     */
    static List<PreviewedPerson> page(
            StoreTransaction transaction, String outcome, UUID after, int most)
            throws SQLException {
        return outcome.isEmpty()
                ? transaction.query(ALL, PreviewedPerson::person, after, most)
                : transaction.query(OF_OUTCOME, PreviewedPerson::person, outcome, after, most);
    }

    private static PreviewedPerson person(StoredRow row) throws SQLException {
        return new PreviewedPerson(
                row.uuid("object_id"),
                row.text("outcome"),
                row.maybeText("reason"),
                row.maybeNumber("user_id"),
                row.maybeText("name"),
                row.maybeText("email"),
                row.text("changes"));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "PreviewedPerson[" + objectId + "]";
    }
}
