package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What travels on a topic. Its wire name is in {@link MessageType}. */
public sealed interface Message
        permits ChangeNotification,
                SyncRequest,
                IntegrationSettings,
                UserMessage,
                ProvisioningCommand,
                PhotoCommand,
                UserState {

    @JsonIgnore
    RecordKey key();
}
