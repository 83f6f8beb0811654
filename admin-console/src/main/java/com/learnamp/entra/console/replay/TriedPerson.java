package com.learnamp.entra.console.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.learnamp.entra.store.StoreTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a trial would change, and how.
 *
 * @param userId of somebody who is in Learn Amp
 * @param name of somebody who is not
 * @param changes by the API's names, each with before and after
 */
record TriedPerson(
        long company,
        UUID objectId,
        String outcome,
        @Nullable String reason,
        @Nullable Long userId,
        @Nullable String name,
        @JsonRawValue String changes) {

    private static final String PAGE =
            """
            SELECT company_id, object_id, outcome, reason, user_id, name, changes FROM provisioning.replay_people
            WHERE replay_id = ? AND object_id > ? ORDER BY object_id LIMIT ?
            """;

    static List<TriedPerson> page(StoreTransaction transaction, UUID replay, UUID after, int most)
            throws SQLException {
        return transaction.query(
                PAGE,
                row ->
                        new TriedPerson(
                                row.number("company_id"),
                                row.uuid("object_id"),
                                row.text("outcome"),
                                row.maybeText("reason"),
                                row.maybeNumber("user_id"),
                                row.maybeText("name"),
                                row.text("changes")),
                replay,
                after,
                most);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "TriedPerson[" + objectId + "]";
    }
}
