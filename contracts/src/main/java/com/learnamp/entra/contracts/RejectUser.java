package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in scope whom Learn Amp can't have as Entra has him; shown under Needs attention until
 * that changes.
 *
 * @param displayName whom Entra calls so, for people to read: he may be nobody in Learn Amp yet
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
        Reason reason,
        @Nullable String displayName)
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

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "RejectUser[" + user + ", " + version + ", " + reason + "]";
    }
}
