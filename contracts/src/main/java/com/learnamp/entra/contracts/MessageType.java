package com.learnamp.entra.contracts;

import java.util.Arrays;
import java.util.Optional;

/** The wire names: the value of {@code type} in each message's JSON. */
public enum MessageType {
    USER_CHANGED("user-changed", ChangeNotification.UserChanged.class),
    GROUP_CHANGED("group-changed", ChangeNotification.GroupChanged.class),
    REAUTHORIZATION_REQUIRED(
            "reauthorization-required", ChangeNotification.ReauthorizationRequired.class),
    FULL_SYNC("full-sync", SyncRequest.FullSync.class),
    LOOK_UP_USER("look-up-user", SyncRequest.LookUpUser.class),
    CHECK_CONNECTION("check-connection", SyncRequest.CheckConnection.class),
    READ_SAMPLE("read-sample", SyncRequest.ReadSample.class),
    FORGET_USER("forget-user", SyncRequest.ForgetUser.class),
    EXPLAIN_PERSON("explain-person", SyncRequest.ExplainPerson.class),
    INTEGRATION_SETTINGS("integration-settings", IntegrationSettings.class),
    USER_SNAPSHOT("user-snapshot", UserSnapshot.class),
    USER_OUT_OF_SCOPE("user-out-of-scope", UserOutOfScope.class),
    RUN_ENDED("run-ended", RunEnded.class),
    UPSERT_USER("upsert-user", UpsertUser.class),
    DEACTIVATE_USER("deactivate-user", DeactivateUser.class),
    REJECT_USER("reject-user", RejectUser.class),
    SYNC_PHOTO("sync-photo", PhotoCommand.SyncPhoto.class),
    REMOVE_PHOTO("remove-photo", PhotoCommand.RemovePhoto.class),
    USER_STATE("user-state", UserState.class);

    private final String wireName;
    private final Class<? extends Message> message;

    MessageType(String wireName, Class<? extends Message> message) {
        this.wireName = wireName;
        this.message = message;
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends Message> message() {
        return message;
    }

    public static Optional<MessageType> named(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
    }
}
