package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data of a CloudEvent on {@code learnamp.user-events.v1}. One for each real change of a user
 * in Learn Amp's store and none without one; in order for each user. The envelope: {@code type} is
 * the wire name with the prefix {@link #TYPE_PREFIX} and the suffix {@code .v1}; {@code source} is
 * {@code /companies/{company}/users/{user}}; {@code id} is the person's own change counter, so that
 * {@code source} and {@code id} together name a change once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(UserEvent.Created.class),
    @JsonSubTypes.Type(UserEvent.Updated.class),
    @JsonSubTypes.Type(UserEvent.Deactivated.class),
    @JsonSubTypes.Type(UserEvent.Reactivated.class),
    @JsonSubTypes.Type(UserEvent.Erased.class)
})
public sealed interface UserEvent {

    String TYPE_PREFIX = "com.learnamp.user.";

    CompanyId company();

    /** Learn Amp's id of the user. */
    long user();

    /** The Entra object id; null for somebody whom Entra never had. */
    @Nullable EntraObjectId entraObject();

    Instant at();

    /**
     * Fields that changed, by Learn Amp's API name (firstName, primaryTeam …); on creation from
     * null.
     */
    Map<String, FieldChange> changes();

    /**
     * One field, as text; ids of managers and teams are Learn Amp's.
     *
     * @param before null when there was nothing
     * @param after null when it was cleared
     */
    record FieldChange(@Nullable String before, @Nullable String after) {

        @Override
        public String toString() {
            return "FieldChange[redacted]";
        }
    }

    @JsonTypeName("created")
    record Created(
            CompanyId company,
            long user,
            @Nullable EntraObjectId entraObject,
            Instant at,
            Map<String, FieldChange> changes)
            implements UserEvent {
        public Created {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(at, "at");
            changes = Map.copyOf(changes);
        }
    }

    @JsonTypeName("updated")
    record Updated(
            CompanyId company,
            long user,
            @Nullable EntraObjectId entraObject,
            Instant at,
            Map<String, FieldChange> changes)
            implements UserEvent {
        public Updated {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(at, "at");
            changes = Map.copyOf(changes);
        }
    }

    @JsonTypeName("deactivated")
    record Deactivated(
            CompanyId company,
            long user,
            @Nullable EntraObjectId entraObject,
            Instant at,
            Map<String, FieldChange> changes)
            implements UserEvent {
        public Deactivated {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(at, "at");
            changes = Map.copyOf(changes);
        }
    }

    @JsonTypeName("reactivated")
    record Reactivated(
            CompanyId company,
            long user,
            @Nullable EntraObjectId entraObject,
            Instant at,
            Map<String, FieldChange> changes)
            implements UserEvent {
        public Reactivated {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(at, "at");
            changes = Map.copyOf(changes);
        }
    }

    /**
     * The user is no more, and what is kept of him elsewhere has to go too. Nothing is said of whom
     * it was; a tombstone of his state follows, and no further event of this id.
     */
    @JsonTypeName("erased")
    record Erased(CompanyId company, long user, Instant at) implements UserEvent {
        public Erased {
            Objects.requireNonNull(company, "company");
            Objects.requireNonNull(at, "at");
        }

        @Override
        @JsonIgnore
        public @Nullable EntraObjectId entraObject() {
            return null;
        }

        @Override
        @JsonIgnore
        public Map<String, FieldChange> changes() {
            return Map.of();
        }
    }
}
