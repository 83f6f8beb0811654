package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/** What user-mapper asks of photo-sync. The photo itself never travels through Kafka. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(PhotoCommand.SyncPhoto.class),
    @JsonSubTypes.Type(PhotoCommand.RemovePhoto.class)
})
public sealed interface PhotoCommand extends Message {

    CompanyId company();

    EntraObjectId user();

    /** Of the user's snapshot; the photo has a version of its own, taken when it is read. */
    Version version();

    long revision();

    Instant mappedAt();

    Origin origin();

    @Override
    default RecordKey key() {
        return RecordKey.of(company(), user());
    }

    /** Look at this person's photo and make the avatar equal to it. */
    @JsonTypeName("sync-photo")
    record SyncPhoto(
            CompanyId company,
            EntraObjectId user,
            Version version,
            long revision,
            Instant mappedAt,
            Origin origin)
            implements PhotoCommand {

        public SyncPhoto {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(mappedAt, "mappedAt");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** The person is gone from scope: take away the avatar that this integration set. */
    @JsonTypeName("remove-photo")
    record RemovePhoto(
            CompanyId company,
            EntraObjectId user,
            Version version,
            long revision,
            Instant mappedAt,
            Origin origin)
            implements PhotoCommand {

        public RemovePhoto {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(mappedAt, "mappedAt");
            Objects.requireNonNull(origin, "origin");
        }
    }
}
