package com.learnamp.entra.console.erasure;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was erased; not who.
 *
 * @param liftedAt since when he may come back with the next sync; null: he does not
 */
record Erasure(
        UUID id,
        String erasedBy,
        Instant erasedAt,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {

    private static final String SELECT =
            "SELECT e.id, e.erased_by, e.erased_at, e.lifted_by, e.lifted_at FROM provisioning.erasures e ";

    private static final String IN_ORDER = "ORDER BY e.erased_at DESC, e.id LIMIT ?";

    private static final String OF_HASH =
            SELECT
                    + "WHERE e.id IN (SELECT s.erasure_id FROM provisioning.suppressions s WHERE s.hash = ?) "
                    + IN_ORDER;

    private static final String LIFT =
            "UPDATE provisioning.erasures SET lifted_by = ?, lifted_at = ? WHERE id = ? AND lifted_at IS NULL";

    private static final String UNSUPPRESS =
            "DELETE FROM provisioning.suppressions WHERE erasure_id = ?";

    static List<Erasure> latest(StoreTransaction transaction, int most) throws SQLException {
        return transaction.query(SELECT + IN_ORDER, Erasure::erasure, most);
    }

    /** Those by which somebody with this hash is kept away. */
    static List<Erasure> ofHash(StoreTransaction transaction, byte[] hash, int most)
            throws SQLException {
        return transaction.query(OF_HASH, Erasure::erasure, hash, most);
    }

    /**
     * Lets him come back; that it was done stays written down.
     *
     * @return whether there is such an erasure, and nobody has lifted it before
     */
    static boolean lift(StoreTransaction transaction, UUID id, String by, Instant now)
            throws SQLException {
        boolean lifted = transaction.update(LIFT, by, now, id) == 1;
        if (lifted) {
            transaction.update(UNSUPPRESS, id);
        }
        return lifted;
    }

    private static Erasure erasure(StoredRow row) throws SQLException {
        return new Erasure(
                row.uuid("id"),
                row.text("erased_by"),
                row.instant("erased_at"),
                row.maybeText("lifted_by"),
                row.maybeInstant("lifted_at"));
    }
}
