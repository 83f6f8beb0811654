package com.learnamp.entra.photo.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserEvent;
import com.learnamp.entra.contracts.UserEventHeaders;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.photo.picture.Picture;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.store.PhotoTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what came of looking at a photo: picture, avatar, history, event and figures in one
 * transaction, so that there is never half of an avatar. What is older than the store's word on
 * this person's photo changes nothing.
 */
@ApplicationScoped
class StorePhotos {

    private static final String PICTURE =
            """
            INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String PHOTO =
            """
            INSERT INTO provisioning.photos AS known
                (company_id, object_id, version, state, media_etag, avatar_hash, refusal, checked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, now())
            ON CONFLICT (company_id, object_id) DO UPDATE SET
                version = excluded.version, state = excluded.state, media_etag = excluded.media_etag,
                avatar_hash = excluded.avatar_hash, refusal = excluded.refusal, checked_at = now()
            WHERE known.version < excluded.version
            """;

    private static final String LOOKED_AT =
            """
            UPDATE provisioning.photos SET version = ?, checked_at = now()
            WHERE company_id = ? AND object_id = ? AND version < ?
            """;

    private static final String KNOWN =
            "SELECT avatar_hash FROM provisioning.photos WHERE company_id = ? AND object_id = ? AND version <= ?";

    private static final String AVATAR =
            """
            UPDATE learnamp.users AS person
            SET avatar_hash = ?, change_counter = person.change_counter + 1, updated_at = now()
            FROM provisioning.ledger AS entry, learnamp.users AS before
            WHERE entry.company_id = ? AND entry.object_id = ?
              AND before.company_id = entry.company_id AND before.id = entry.user_id
              AND person.company_id = before.company_id AND person.id = before.id
              AND before.avatar_hash IS DISTINCT FROM ?
              AND (?::text IS NULL OR before.avatar_hash = ?)
            RETURNING person.id, person.change_counter, before.avatar_hash
            """;

    private static final String HISTORY =
            """
            INSERT INTO provisioning.history
                (company_id, user_id, change_number, object_id, kind, cause, reason, run_id, changes, noticed_at)
            VALUES (?, ?, ?, ?, 'updated', ?, 'photo', ?, ?::jsonb, ?)
            """;

    private static final String OUTBOX =
            """
            INSERT INTO provisioning.outbox (company_id, topic, partition, record_key, headers, payload)
            VALUES (?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final String REFUSAL =
            """
            INSERT INTO provisioning.attention (company_id, object_id, reason, detail, epoch, counter)
            VALUES (?, ?, 'photo_refused', ?, ?, ?)
            ON CONFLICT (company_id, object_id, reason) DO UPDATE SET
                detail = excluded.detail, attempts = provisioning.attention.attempts + 1
            """;

    private static final String NO_REFUSAL =
            "DELETE FROM provisioning.attention WHERE company_id = ? AND object_id = ? AND reason = 'photo_refused'";

    private final PhotoTransactions transactions;
    private final PhotoFigures figures;
    private final Clock clock;

    StorePhotos(PhotoTransactions transactions, PhotoFigures figures) {
        this.transactions = transactions;
        this.figures = figures;
        this.clock = Clock.systemUTC();
    }

    /**
     * @param version of the look, taken before its request was sent
     */
    void store(PhotoOutcome outcome, long version) {
        transactions.locking(
                outcome.lookup().company(),
                connection -> {
                    figures.count(connection, outcome, write(connection, outcome, version));
                    return true;
                });
    }

    private boolean write(Connection connection, PhotoOutcome outcome, long version)
            throws SQLException {
        PhotoLookup lookup = outcome.lookup();
        return switch (outcome) {
            case PhotoOutcome.Unchanged unchanged -> lookedAt(connection, lookup, version);
            case PhotoOutcome.SetBack back -> {
                Optional<String> known = known(connection, lookup, version);
                yield known.isPresent() && show(connection, lookup, known.get(), null);
            }
            case PhotoOutcome.Stored stored -> {
                picture(connection, lookup.company(), stored.picture());
                String hash = stored.picture().hash();
                yield photo(connection, lookup, version, "stored", stored.mediaEtag(), hash, null)
                        && settled(connection, lookup)
                        && show(connection, lookup, hash, null);
            }
            case PhotoOutcome.Refused refused -> refuse(connection, refused, version);
            case PhotoOutcome.Removed removed -> remove(connection, lookup, version);
        };
    }

    private boolean refuse(Connection connection, PhotoOutcome.Refused refused, long version)
            throws SQLException {
        PhotoLookup lookup = refused.lookup();
        Optional<String> set = known(connection, lookup, version);
        boolean newer =
                photo(
                        connection,
                        lookup,
                        version,
                        "refused",
                        refused.mediaEtag(),
                        null,
                        refused.reason());
        if (!newer) {
            return false;
        }
        Sql.update(
                connection,
                REFUSAL,
                lookup.company().value(),
                lookup.user().value(),
                refused.reason(),
                lookup.command().epoch(),
                lookup.command().counter());
        // Entra's photo is another one now: the old one is not shown in its place.
        return set.isPresent() && show(connection, lookup, null, set.get());
    }

    private boolean remove(Connection connection, PhotoLookup lookup, long version)
            throws SQLException {
        Optional<String> set = known(connection, lookup, version);
        return photo(connection, lookup, version, "none", null, null, null)
                && settled(connection, lookup)
                && set.isPresent()
                && show(connection, lookup, null, set.get());
    }

    private static boolean lookedAt(Connection connection, PhotoLookup lookup, long version)
            throws SQLException {
        Sql.update(
                connection,
                LOOKED_AT,
                version,
                lookup.company().value(),
                lookup.user().value(),
                version);
        return false;
    }

    private static boolean settled(Connection connection, PhotoLookup lookup) throws SQLException {
        Sql.update(connection, NO_REFUSAL, lookup.company().value(), lookup.user().value());
        return true;
    }

    private static void picture(Connection connection, CompanyId company, Picture.Accepted picture)
            throws SQLException {
        Sql.update(
                connection,
                PICTURE,
                company.value(),
                picture.hash(),
                picture.contentType(),
                picture.width(),
                picture.height(),
                picture.bytes());
    }

    private static boolean photo(
            Connection connection,
            PhotoLookup lookup,
            long version,
            String state,
            @Nullable String mediaEtag,
            @Nullable String hash,
            @Nullable String refusal)
            throws SQLException {
        return Sql.update(
                        connection,
                        PHOTO,
                        lookup.company().value(),
                        lookup.user().value(),
                        version,
                        state,
                        mediaEtag,
                        hash,
                        refusal)
                == 1;
    }

    private static Optional<String> known(Connection connection, PhotoLookup lookup, long version)
            throws SQLException {
        try (PreparedStatement query =
                        Sql.prepare(
                                connection,
                                KNOWN,
                                lookup.company().value(),
                                lookup.user().value(),
                                version);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /**
     * @param hash the avatar to show; null for none
     * @param onlyIf the avatar that must be shown now; null for any
     * @return whether anything changed
     */
    private boolean show(
            Connection connection,
            PhotoLookup lookup,
            @Nullable String hash,
            @Nullable String onlyIf)
            throws SQLException {
        try (PreparedStatement update =
                        Sql.prepare(
                                connection,
                                AVATAR,
                                hash,
                                lookup.company().value(),
                                lookup.user().value(),
                                hash,
                                onlyIf,
                                onlyIf);
                ResultSet row = update.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            tell(connection, lookup, row.getLong(1), row.getLong(2), row.getString(3), hash);
            return true;
        }
    }

    private void tell(
            Connection connection,
            PhotoLookup lookup,
            long user,
            long change,
            @Nullable String before,
            @Nullable String after)
            throws SQLException {
        CompanyId company = lookup.company();
        EntraObjectId object = lookup.user();
        Map<String, UserEvent.FieldChange> changes =
                Map.of("avatar", new UserEvent.FieldChange(address(before), address(after)));
        UserEvent event = new UserEvent.Updated(company, user, object, clock.instant(), changes);
        Instant noticed = lookup.noticedAt();
        Sql.update(
                connection,
                HISTORY,
                company.value(),
                user,
                change,
                object.value(),
                lookup.cause(),
                lookup.run(),
                json(changes),
                noticed == null ? null : noticed.atOffset(ZoneOffset.UTC));
        RecordKey key = RecordKey.ofUser(company, user);
        Sql.update(
                connection,
                OUTBOX,
                company.value(),
                Topic.USER_EVENTS.topicName(),
                Topic.USER_EVENTS.partition(key),
                key.text(),
                json(UserEventHeaders.of(event, change)),
                json(event).getBytes(StandardCharsets.UTF_8));
    }

    /** Where Learn Amp's API serves it. */
    private static @Nullable String address(@Nullable String hash) {
        return hash == null ? null : "/v1/avatars/" + hash;
    }

    private static String json(Object value) {
        try {
            return MessageCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change of an avatar can be written", e);
        }
    }
}
