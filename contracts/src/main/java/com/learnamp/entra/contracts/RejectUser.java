package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody in scope whom Learn Amp can't have as Entra has him; shown under Needs attention until
 * that changes.
 */
@JsonTypeName("reject-user")
public record RejectUser(
        CompanyId company,
        EntraObjectId user,
        Version version,
        long revision,
        Instant observedAt,
        Instant mappedAt,
        Origin origin,
        Reason reason)
        implements UserCommand {

    /** What is wrong. */
    public enum Reason {
        /** A guest without mail, or an account without any address. */
        NO_EMAIL,
        /** There is one, but it has not the form of an e-mail address. */
        MALFORMED_EMAIL
    }

    public RejectUser {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(mappedAt, "mappedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
    }
}
