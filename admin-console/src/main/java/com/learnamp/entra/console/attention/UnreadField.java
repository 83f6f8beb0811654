package com.learnamp.entra.console.attention;

import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.List;

/** A custom field that stays as it is, since the tenant lacks what it is mapped from. */
record UnreadField(String field, String attributes) {

    private static final String READ =
            """
            SELECT field, string_agg(attribute, ', ' ORDER BY attribute) AS attributes
            FROM provisioning.unread_fields GROUP BY field ORDER BY field
            """;

    static List<UnreadField> read(StoreTransaction transaction) throws SQLException {
        return transaction.query(
                READ, row -> new UnreadField(row.text("field"), row.text("attributes")));
    }
}
