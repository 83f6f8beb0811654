package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody in scope, whole, as one read of Graph gave him.
 *
 * @param version when the read was asked for; the newest one wins
 * @param observedAt for people to read; nothing is decided by it
 */
@JsonTypeName("user-snapshot")
public record UserSnapshot(
        CompanyId company,
        EntraObjectId user,
        Version version,
        long revision,
        Instant observedAt,
        Origin origin,
        EntraUser attributes,
        ManagerReading manager)
        implements UserMessage {

    public UserSnapshot {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(manager, "manager");
    }

    @Override
    public RecordKey key() {
        return RecordKey.of(company, user);
    }
}
