package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/** Somebody is proved to be out of scope: deactivate him. */
@JsonTypeName("deactivate-user")
public record DeactivateUser(
        CompanyId company,
        EntraObjectId user,
        Version version,
        long revision,
        Instant observedAt,
        Instant mappedAt,
        Origin origin,
        Reason reason)
        implements UserCommand {

    /** Why. */
    public enum Reason {
        LEFT_THE_GROUP,
        SOFT_DELETED,
        DELETED,
        /**
         * In the group, but the account is disabled and the company chose to deactivate such
         * people.
         */
        ACCOUNT_DISABLED
    }

    public DeactivateUser {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(mappedAt, "mappedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
    }
}
