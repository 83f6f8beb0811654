package com.learnamp.entra.contracts;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every topic there is. Creation, compose, Kubernetes manifests and docs derive from this table.
 */
public enum Topic {
    NOTIFICATIONS(
            "entra.notifications.v1",
            ChangeNotification.class,
            12,
            Cleanup.DELETE,
            "webhook-receiver"),
    SYNC_REQUESTS("entra.sync-requests.v1", SyncRequest.class, 12, Cleanup.DELETE, "admin-console"),
    INTEGRATIONS(
            "entra.integrations.v1",
            IntegrationSettings.class,
            3,
            Cleanup.COMPACT,
            "admin-console"),
    USERS("entra.users.v1", UserMessage.class, 12, Cleanup.COMPACT, "graph-fetcher"),
    USERS_BULK("entra.users-bulk.v1", UserMessage.class, 12, Cleanup.COMPACT, "graph-fetcher"),
    COMMANDS(
            "provisioning.commands.v1",
            ProvisioningCommand.class,
            12,
            Cleanup.DELETE,
            "user-mapper"),
    COMMANDS_BULK(
            "provisioning.commands-bulk.v1",
            ProvisioningCommand.class,
            12,
            Cleanup.DELETE,
            "user-mapper"),
    PHOTO_COMMANDS(
            "provisioning.photo-commands.v1",
            PhotoCommand.class,
            12,
            Cleanup.DELETE,
            "user-mapper"),
    /** CloudEvents; the data is a {@link UserEvent}. */
    USER_EVENTS("learnamp.user-events.v1", null, 12, Cleanup.DELETE, "provisioning-writer"),
    USER_STATES(
            "learnamp.user-states.v1", UserState.class, 12, Cleanup.COMPACT, "provisioning-writer"),
    /** Bytes that graph-fetcher could not use, with the reason in the headers; likewise below. */
    PARKED_BY_FETCHER("graph-fetcher.parked.v1", null, 3, Cleanup.DELETE, "graph-fetcher"),
    PARKED_BY_MAPPER("user-mapper.parked.v1", null, 3, Cleanup.DELETE, "user-mapper"),
    PARKED_BY_WRITER(
            "provisioning-writer.parked.v1", null, 3, Cleanup.DELETE, "provisioning-writer"),
    PARKED_BY_PHOTO_SYNC("photo-sync.parked.v1", null, 3, Cleanup.DELETE, "photo-sync");

    /** What a topic forgets. */
    public enum Cleanup {
        /** Everything after {@link #RETENTION}: personal data must not stay. */
        DELETE,
        /** All but the newest of each key, at the latest after {@link #MAX_COMPACTION_LAG}. */
        COMPACT
    }

    public static final Duration RETENTION = Duration.ofDays(7);
    public static final Duration MAX_COMPACTION_LAG = Duration.ofDays(1);

    private final String topicName;
    private final Optional<Class<? extends Message>> payload;
    private final int partitions;
    private final Cleanup cleanup;
    private final String writer;

    Topic(
            String topicName,
            @Nullable Class<? extends Message> payload,
            int partitions,
            Cleanup cleanup,
            String writer) {
        this.topicName = topicName;
        this.payload = Optional.ofNullable(payload);
        this.partitions = partitions;
        this.cleanup = cleanup;
        this.writer = writer;
    }

    public String topicName() {
        return topicName;
    }

    /** The sealed interface of what travels here; empty where it is not one of {@link Message}. */
    public Optional<Class<? extends Message>> payload() {
        return payload;
    }

    public int partitions() {
        return partitions;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** The one service that writes it; what was parked or is replayed, admin-console says again. */
    public String writer() {
        return writer;
    }

    public int partition(RecordKey key) {
        return key.partition(partitions);
    }
}
