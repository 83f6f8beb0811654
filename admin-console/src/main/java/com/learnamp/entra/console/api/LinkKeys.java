package com.learnamp.entra.console.api;

import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that links to avatars are signed with: a new one each month, made by whichever process
 * comes first and known to all by the store. An old one is believed until its last link has
 * expired.
 */
@ApplicationScoped
class LinkKeys {

    private static final Duration SIGNS_FOR = Duration.ofDays(30);
    private static final Duration BELIEVED_FOR = SIGNS_FOR.plusDays(3);
    private static final Duration LOOKED_AT_EVERY = Duration.ofHours(1);
    private static final Duration LOOKED_FOR_EVERY = Duration.ofSeconds(5);
    private static final int BYTES = 32;

    private static final String FORGET =
            "DELETE FROM learnamp.avatar_link_keys WHERE created_at < ?";

    private static final String KEYS =
            "SELECT id, secret, created_at FROM learnamp.avatar_link_keys ORDER BY id DESC";

    private static final String CREATE =
            "INSERT INTO learnamp.avatar_link_keys (secret, created_at) VALUES (?, ?)";

    private final SecureRandom random = new SecureRandom();
    private final CompanyScope scope;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    LinkKeys(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param keys newest first
     */
    private record Known(List<LinkKey> keys, Instant readAt) {}

    LinkKey newest() {
        return upToDate(LOOKED_AT_EVERY).getFirst();
    }

    /** Another process may have made it a moment ago. */
    Optional<LinkKey> find(long id) {
        Optional<LinkKey> found = find(known.keys(), id);
        return found.isPresent() ? found : find(upToDate(LOOKED_FOR_EVERY), id);
    }

    private Optional<LinkKey> find(List<LinkKey> keys, long id) {
        Instant oldest = clock.instant().minus(BELIEVED_FOR);
        return keys.stream()
                .filter(key -> key.id() == id && key.createdAt().isAfter(oldest))
                .findFirst();
    }

    private List<LinkKey> upToDate(Duration within) {
        Instant now = clock.instant();
        Known seen = known;
        if (seen.keys().isEmpty() || seen.readAt().plus(within).isBefore(now)) {
            seen = new Known(scope.ofNoCompany(transaction -> read(transaction, now)), now);
            known = seen;
        }
        return seen.keys();
    }

    private List<LinkKey> read(StoreTransaction transaction, Instant now) throws SQLException {
        transaction.update(FORGET, now.minus(BELIEVED_FOR));
        List<LinkKey> keys = transaction.query(KEYS, LinkKeys::key);
        if (keys.isEmpty() || keys.getFirst().createdAt().isBefore(now.minus(SIGNS_FOR))) {
            byte[] secret = new byte[BYTES];
            random.nextBytes(secret);
            transaction.update(CREATE, secret, now);
            return transaction.query(KEYS, LinkKeys::key);
        }
        return keys;
    }

    private static LinkKey key(StoredRow row) throws SQLException {
        return new LinkKey(row.number("id"), row.bytes("secret"), row.instant("created_at"));
    }
}
