package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs somebody, as it is stored.
 *
 * @param userId null for somebody who is not in Learn Amp
 * @param name null where nobody knows it
 * @param detail more than the reason says; null without
 * @param holder who has the address that he waits for; null if he waits for none
 */
record AttentionRow(
        UUID objectId,
        @Nullable Long userId,
        @Nullable String name,
        String reason,
        @Nullable String detail,
        Instant since,
        @Nullable Holder holder) {

    private static final String ROWS =
            """
            SELECT a.object_id, a.reason, a.detail, a.since, a.payload, u.id AS user_id,
                   u.first_name || ' ' || u.last_name AS name, h.id AS holder,
                   h.first_name || ' ' || h.last_name AS holder_name, h.role AS holder_role, h.status AS holder_status
            FROM provisioning.attention a
            LEFT JOIN provisioning.ledger l ON l.company_id = a.company_id AND l.object_id = a.object_id
            LEFT JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            LEFT JOIN learnamp.users h ON h.company_id = a.company_id AND h.email = l.claimed_email
            WHERE (a.object_id, a.reason) > (?, ?) AND (? = '' OR a.reason = ?) AND a.reason <> 'review_expired'
            ORDER BY a.object_id, a.reason LIMIT ?
            """;

    /** Who has the address that somebody else shall have. */
    record Holder(long id, String name, String role, String status) {

        /** A name is personal data. */
        @Override
        public String toString() {
            return "Holder[" + id + "]";
        }
    }

    /** Where a page begins: after this one. */
    record Cursor(UUID object, String reason) {

        static final Cursor START = new Cursor(new UUID(0, 0), "");

        static Cursor of(@Nullable String text) {
            if (text == null || text.length() < 37 || text.charAt(36) != '-') {
                return START;
            }
            try {
                return new Cursor(UUID.fromString(text.substring(0, 36)), text.substring(37));
            } catch (IllegalArgumentException e) {
                return START;
            }
        }
    }

    String cursor() {
        return objectId + "-" + reason;
    }

    /** What an admin can say of him; empty if there is nothing to choose. */
    List<String> choices() {
        Stream<? extends Enum<?>> choices =
                isUndone()
                        ? Stream.of(UndoneChoice.values())
                        : IdentityChoice.possible(reason, userId != null).stream();
        return choices.map(StoredWords::of).toList();
    }

    /** Whether a run's changes of him were undone, and Entra says the same still. */
    boolean isUndone() {
        return reason.equals("undone");
    }

    /**
     * @param reason empty: all of them
     */
    static List<AttentionRow> read(
            StoreTransaction transaction, Cursor after, String reason, int most)
            throws SQLException {
        return transaction.query(
                ROWS, AttentionRow::row, after.object(), after.reason(), reason, reason, most);
    }

    private static AttentionRow row(StoredRow row) throws SQLException {
        @Nullable String known = row.maybeText("name");
        return new AttentionRow(
                row.uuid("object_id"),
                row.maybeNumber("user_id"),
                known != null ? known : wanted(row.maybeBytes("payload")),
                row.text("reason"),
                row.maybeText("detail"),
                row.instant("since"),
                holder(row));
    }

    private static @Nullable Holder holder(StoredRow row) throws SQLException {
        @Nullable Long id = row.maybeNumber("holder");
        return id == null
                ? null
                : new Holder(
                        id,
                        row.text("holder_name"),
                        row.text("holder_role"),
                        row.text("holder_status"));
    }

    /** Somebody new is known by the command that can't be applied. */
    private static @Nullable String wanted(byte @Nullable [] command) {
        return MessageCodec.read(command, ProvisioningCommand.class)
                        instanceof Parsed.Read<ProvisioningCommand>(ProvisioningCommand wanted)
                ? switch (wanted) {
                    case UpsertUser upsert ->
                            upsert.fields().firstName() + " " + upsert.fields().lastName();
                    case RejectUser reject -> reject.displayName();
                    default -> null;
                }
                : null;
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "AttentionRow[" + objectId + "]";
    }
}
