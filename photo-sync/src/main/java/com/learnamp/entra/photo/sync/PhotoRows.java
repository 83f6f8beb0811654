package com.learnamp.entra.photo.sync;

import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code provisioning.photos}, and what needs attention of them. Only newer looks are written. */
final class PhotoRows {

    /** Not of somebody who was erased while his photo was on its way. */
    private static final String WRITE =
            """
            INSERT INTO provisioning.photos AS known
                (company_id, object_id, version, state, media_etag, avatar_hash, refusal, checked_at)
            SELECT l.company_id, l.object_id, ?::bigint, ?, ?, ?, ?, now()
            FROM provisioning.ledger l WHERE l.company_id = ? AND l.object_id = ?
            ON CONFLICT (company_id, object_id) DO UPDATE SET
                version = excluded.version, state = excluded.state, media_etag = excluded.media_etag,
                avatar_hash = excluded.avatar_hash, refusal = excluded.refusal, checked_at = now()
            WHERE known.version < excluded.version
            """;

    private static final String SET =
            "SELECT avatar_hash FROM provisioning.photos WHERE company_id = ? AND object_id = ? AND version <= ?";

    private static final String REFUSAL =
            """
            INSERT INTO provisioning.attention (company_id, object_id, reason, detail, epoch, counter)
            VALUES (?, ?, 'photo_refused', ?, ?, ?)
            ON CONFLICT (company_id, object_id, reason) DO UPDATE SET
                detail = excluded.detail, attempts = provisioning.attention.attempts + 1
            """;

    private static final String NO_REFUSAL =
            "DELETE FROM provisioning.attention WHERE company_id = ? AND object_id = ? AND reason = 'photo_refused'";

    private PhotoRows() {}

    /** What is known from now on. */
    record Known(
            String state,
            @Nullable String mediaEtag,
            @Nullable String hash,
            @Nullable String refusal) {

        static Known stored(String mediaEtag, String hash) {
            return new Known("stored", mediaEtag, hash, null);
        }

        static Known refused(String mediaEtag, String reason) {
            return new Known("refused", mediaEtag, null, reason);
        }

        static Known nothing(String state) {
            return new Known(state, null, null, null);
        }
    }

    /**
     * @return whether it is newer than what was known, of somebody who is known
     */
    static boolean write(Connection connection, PhotoLookup lookup, long version, Known known)
            throws SQLException {
        int written =
                Sql.update(
                        connection,
                        WRITE,
                        version,
                        known.state(),
                        known.mediaEtag(),
                        known.hash(),
                        known.refusal(),
                        lookup.company().value(),
                        lookup.user().value());
        if (written == 1) {
            attend(connection, lookup, known.refusal());
        }
        return written == 1;
    }

    /** The avatar that this integration set, as far as this look may judge. */
    static Optional<String> set(Connection connection, PhotoLookup lookup, long version)
            throws SQLException {
        try (PreparedStatement query =
                        Sql.prepare(
                                connection,
                                SET,
                                lookup.company().value(),
                                lookup.user().value(),
                                version);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    private static void attend(Connection connection, PhotoLookup lookup, @Nullable String refusal)
            throws SQLException {
        if (refusal == null) {
            Sql.update(connection, NO_REFUSAL, lookup.company().value(), lookup.user().value());
        } else {
            Sql.update(
                    connection,
                    REFUSAL,
                    lookup.company().value(),
                    lookup.user().value(),
                    refusal,
                    lookup.command().epoch(),
                    lookup.command().counter());
        }
    }
}
