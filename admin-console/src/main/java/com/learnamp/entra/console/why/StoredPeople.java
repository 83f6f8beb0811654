package com.learnamp.entra.console.why;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those whom the store of the transaction's company knows by what somebody typed. */
final class StoredPeople {

    /** By address, by either id, by an address that is waited for, by a name. */
    private static final String FIND =
            """
            SELECT DISTINCT user_id, object_id FROM (
                SELECT u.id AS user_id, l.object_id FROM learnamp.users u
                LEFT JOIN provisioning.ledger l ON l.company_id = u.company_id AND l.user_id = u.id
                WHERE u.email = ? OR u.integration_external_id = ?
                UNION ALL
                SELECT l.user_id, l.object_id FROM provisioning.ledger l
                WHERE l.object_id::text = ? OR l.claimed_email = ?
                UNION ALL
                SELECT l.user_id, w.object_id FROM provisioning.withheld w
                LEFT JOIN provisioning.ledger l ON l.company_id = w.company_id AND l.object_id = w.object_id
                WHERE w.company_id = learnamp.current_company() AND w.email = ?
                UNION ALL
                (SELECT p.id, l.object_id FROM learnamp.people_by_name p
                 LEFT JOIN provisioning.ledger l ON l.company_id = learnamp.current_company() AND l.user_id = p.id
                 WHERE ? AND p.words LIKE '%' || lower(? COLLATE pg_c_utf8) || '%' LIMIT 5)) found
            LIMIT 5
            """;

    private static final String ONE =
            """
            SELECT k.object_id, u.id, u.first_name || ' ' || u.last_name AS name, u.email, u.status, u.role,
                   l.state, l.observed_at, l.claimed_email, c.id AS holder,
                   c.first_name || ' ' || c.last_name AS holder_name, h.reason AS hold_reason, h.held_by, h.until
            FROM (SELECT ?::bigint AS user_id, ?::uuid AS object_id) k
            LEFT JOIN provisioning.ledger l ON l.company_id = learnamp.current_company() AND l.object_id = k.object_id
            LEFT JOIN learnamp.users u ON u.company_id = learnamp.current_company()
                AND (u.id = coalesce(l.user_id, k.user_id)
                     OR (l.object_id IS NULL AND k.user_id IS NULL AND u.integration_external_id = k.object_id::text))
            LEFT JOIN learnamp.users c ON c.company_id = learnamp.current_company() AND c.email = l.claimed_email
            LEFT JOIN provisioning.holds h ON h.company_id = learnamp.current_company() AND h.user_id = u.id
            """;

    private static final String WITHHELD =
            """
            SELECT kind, state, reason, since, due_at, review_id FROM provisioning.withheld
            WHERE company_id = learnamp.current_company() AND object_id = ? ORDER BY kind
            """;

    private static final String ATTENTION =
            "SELECT reason, detail, since FROM provisioning.attention WHERE object_id = ? ORDER BY reason";

    private StoredPeople() {}

    /** Who somebody is: one of the two is known at least. */
    record Key(@Nullable Long user, @Nullable UUID object) {}

    static List<Key> find(StoreTransaction transaction, String about) throws SQLException {
        String lower = about.toLowerCase(java.util.Locale.ROOT);
        return transaction.query(
                FIND,
                row -> new Key(row.maybeNumber("user_id"), row.maybeUuid("object_id")),
                lower,
                lower,
                lower,
                lower,
                lower,
                !about.contains("@"),
                lower.replaceAll("([\\\\%_])", "\\\\$1"));
    }

    /**
     * @param erased whether the account is kept away
     */
    static StoredPerson read(StoreTransaction transaction, Key key, boolean erased)
            throws SQLException {
        List<StoredPerson.Withheld> withheld = new ArrayList<>();
        List<StoredPerson.Attention> attention = new ArrayList<>();
        if (key.object() != null) {
            withheld.addAll(transaction.query(WITHHELD, StoredPeople::withheld, key.object()));
            attention.addAll(transaction.query(ATTENTION, StoredPeople::attention, key.object()));
        }
        return transaction
                .first(
                        ONE,
                        row ->
                                new StoredPerson(
                                        key.object(),
                                        user(row),
                                        ledger(row),
                                        hold(row),
                                        withheld,
                                        attention,
                                        erased),
                        key.user(),
                        key.object())
                .orElseThrow();
    }

    private static StoredPerson.@Nullable User user(StoredRow row) throws SQLException {
        @Nullable Long id = row.maybeNumber("id");
        return id == null
                ? null
                : new StoredPerson.User(
                        id,
                        row.text("name"),
                        row.text("email"),
                        row.text("status"),
                        row.text("role"));
    }

    private static StoredPerson.@Nullable Ledger ledger(StoredRow row) throws SQLException {
        Optional<String> state = Optional.ofNullable(row.maybeText("state"));
        return state.isEmpty()
                ? null
                : new StoredPerson.Ledger(
                        state.get(),
                        row.instant("observed_at"),
                        row.maybeText("claimed_email"),
                        row.maybeNumber("holder"),
                        row.maybeText("holder_name"));
    }

    private static StoredPerson.@Nullable Hold hold(StoredRow row) throws SQLException {
        Optional<String> reason = Optional.ofNullable(row.maybeText("hold_reason"));
        return reason.isEmpty()
                ? null
                : new StoredPerson.Hold(
                        reason.get(), row.text("held_by"), row.maybeInstant("until"));
    }

    private static StoredPerson.Withheld withheld(StoredRow row) throws SQLException {
        return new StoredPerson.Withheld(
                row.text("kind"),
                row.text("state"),
                row.text("reason"),
                row.instant("since"),
                row.maybeInstant("due_at"),
                row.maybeUuid("review_id"));
    }

    private static StoredPerson.Attention attention(StoredRow row) throws SQLException {
        return new StoredPerson.Attention(
                row.text("reason"), row.maybeText("detail"), row.instant("since"));
    }
}
