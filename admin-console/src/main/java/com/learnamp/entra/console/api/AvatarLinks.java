package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Addresses of avatars that open without a token, such as a browser needs: signed, for one picture
 * of one company. They expire at the end of the next day in UTC, so that the same picture has the
 * same address for a day and is cached under it.
 */
@ApplicationScoped
class AvatarLinks {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final LinkKeys keys;
    private final ApiAddress address;
    private final Clock clock;

    AvatarLinks(LinkKeys keys, ApiAddress address, Clock clock) {
        this.keys = keys;
        this.address = address;
        this.clock = clock;
    }

    /** The parameters of a link, as they came. */
    record Signed(long company, long expires, long key, String signature) {}

    String to(CompanyId company, String hash) {
        long today = Math.floorDiv(clock.instant().getEpochSecond(), DAY);
        long expires = (today + 2) * DAY;
        LinkKey key = keys.newest();
        return "%s/v1/avatars/%s?company=%d&expires=%d&key=%d&signature=%s"
                .formatted(
                        address.url(),
                        hash,
                        company.value(),
                        expires,
                        key.id(),
                        key.sign(company.value(), hash, expires));
    }

    /** The company whose picture the link opens, if it opens one now. */
    Optional<CompanyId> opened(String hash, Signed link) {
        return Instant.ofEpochSecond(link.expires()).isAfter(clock.instant())
                ? keys.find(link.key())
                        .filter(key -> isSigned(key, hash, link))
                        .map(key -> new CompanyId(link.company()))
                : Optional.empty();
    }

    private static boolean isSigned(LinkKey key, String hash, Signed link) {
        return MessageDigest.isEqual(
                key.sign(link.company(), hash, link.expires()).getBytes(StandardCharsets.UTF_8),
                link.signature().getBytes(StandardCharsets.UTF_8));
    }
}
