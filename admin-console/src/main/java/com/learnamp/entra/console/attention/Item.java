package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs somebody.
 *
 * @param userId null for somebody who is not in Learn Amp
 * @param name null where nobody knows it
 * @param detail more than the reason says; null without
 */
record Item(
        String objectId,
        @Nullable Long userId,
        @Nullable String name,
        String initials,
        int colour,
        String reason,
        @Nullable String detail,
        Times.Moment since) {

    private static final String ROWS =
            """
            SELECT a.object_id, a.reason, a.detail, a.since, a.payload, u.id AS user_id,
                   u.first_name || ' ' || u.last_name AS name
            FROM provisioning.attention a
            LEFT JOIN provisioning.ledger l ON l.company_id = a.company_id AND l.object_id = a.object_id
            LEFT JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            WHERE (a.object_id, a.reason) > (?, ?) AND (? = '' OR a.reason = ?) AND a.reason <> 'review_expired'
            ORDER BY a.object_id, a.reason LIMIT ?
            """;

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

    public String cursor() {
        return objectId + "-" + reason;
    }

    /**
     * @param reason empty: all of them
     */
    static List<Item> read(
            StoreTransaction transaction, Cursor after, String reason, int most, Times times)
            throws SQLException {
        return transaction.query(
                ROWS,
                row -> item(row, times),
                after.object(),
                after.reason(),
                reason,
                reason,
                most);
    }

    private static Item item(StoredRow row, Times times) throws SQLException {
        UUID object = row.uuid("object_id");
        @Nullable String known = row.maybeText("name");
        @Nullable String name = known != null ? known : wanted(row.maybeBytes("payload"));
        return new Item(
                object.toString(),
                row.maybeNumber("user_id"),
                name,
                name == null ? "?" : Faces.initials(name),
                Faces.colour(object.getLeastSignificantBits()),
                row.text("reason"),
                row.maybeText("detail"),
                times.at(row.instant("since")));
    }

    /** Somebody new is known by the command that can't be applied. */
    private static @Nullable String wanted(byte @Nullable [] command) {
        return MessageCodec.read(command, ProvisioningCommand.class)
                        instanceof Parsed.Read<ProvisioningCommand>(UpsertUser upsert)
                ? upsert.fields().firstName() + " " + upsert.fields().lastName()
                : null;
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "Item[" + objectId + "]";
    }
}
