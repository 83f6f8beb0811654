package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hint from Microsoft Graph that something changed: "go and look", never what to store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ChangeNotification.UserChanged.class),
    @JsonSubTypes.Type(ChangeNotification.GroupChanged.class),
    @JsonSubTypes.Type(ChangeNotification.ReauthorizationRequired.class)
})
public sealed interface ChangeNotification extends Message {

    EntraTenantId tenant();

    /** When webhook-receiver had it. */
    Instant receivedAt();

    /**
     * Graph's {@code changeType}: updated covers creation, change and soft deletion; deleted is for
     * good.
     */
    enum ChangeType {
        UPDATED,
        DELETED
    }

    /**
     * A user was created, changed, deleted or restored.
     *
     * @param eventTime when Graph says it happened, if it says so
     */
    @JsonTypeName("user-changed")
    record UserChanged(
            EntraTenantId tenant,
            EntraObjectId user,
            ChangeType changeType,
            Instant receivedAt,
            @Nullable Instant eventTime)
            implements ChangeNotification {

        public UserChanged {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(changeType, "changeType");
            Objects.requireNonNull(receivedAt, "receivedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(tenant, user);
        }
    }

    /**
     * A group was changed; its direct members perhaps.
     *
     * @param added ids of direct members added: users, groups, devices, untold which
     * @param removed ids of direct members removed
     * @param eventTime when Graph says it happened, if it says so
     */
    @JsonTypeName("group-changed")
    record GroupChanged(
            EntraTenantId tenant,
            EntraObjectId group,
            ChangeType changeType,
            List<EntraObjectId> added,
            List<EntraObjectId> removed,
            Instant receivedAt,
            @Nullable Instant eventTime)
            implements ChangeNotification {

        public GroupChanged {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(changeType, "changeType");
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            Objects.requireNonNull(receivedAt, "receivedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(tenant, group);
        }
    }

    /** Graph asks that a subscription be renewed, else it ends. */
    @JsonTypeName("reauthorization-required")
    record ReauthorizationRequired(EntraTenantId tenant, UUID subscription, Instant receivedAt)
            implements ChangeNotification {

        public ReauthorizationRequired {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(subscription, "subscription");
            Objects.requireNonNull(receivedAt, "receivedAt");
        }

        @Override
        public RecordKey key() {
            return RecordKey.of(tenant);
        }
    }
}
