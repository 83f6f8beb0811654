package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/** Somebody in scope: create, link, update or reactivate him, so that he has these fields. */
@JsonTypeName("upsert-user")
public record UpsertUser(
        CompanyId company,
        EntraObjectId user,
        Version version,
        long revision,
        Instant observedAt,
        Instant mappedAt,
        Origin origin,
        UserFields fields,
        ManagerReading manager)
        implements UserCommand {

    public UpsertUser {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(mappedAt, "mappedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(manager, "manager");
    }
}
