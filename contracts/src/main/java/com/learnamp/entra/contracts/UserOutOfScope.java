package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/** Somebody is proved to be out of scope. Never concluded from a mere absence. */
@JsonTypeName("user-out-of-scope")
public record UserOutOfScope(
        CompanyId company,
        EntraObjectId user,
        Version version,
        long revision,
        Instant observedAt,
        Origin origin,
        Evidence evidence)
        implements UserMessage {

    /** What proves it. */
    public enum Evidence {
        /** The account lives, and {@code checkMemberGroups} says that it is not in the group. */
        NOT_A_MEMBER,
        /** Found among the deleted items. */
        SOFT_DELETED,
        /** Gone from the directory and from its deleted items. */
        DELETED
    }

    public UserOutOfScope {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(evidence, "evidence");
    }

    @Override
    public RecordKey key() {
        return RecordKey.of(company, user);
    }
}
