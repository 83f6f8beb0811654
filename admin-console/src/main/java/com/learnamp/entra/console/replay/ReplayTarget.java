package com.learnamp.entra.console.replay;

import com.learnamp.entra.contracts.Message;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserMessage;
import java.util.List;

/** Into which service messages are read again. */
enum ReplayTarget {
    /** What was read in Entra, mapped once more. */
    MAPPER(List.of(Topic.USERS, Topic.USERS_BULK), Topic.USERS_BULK, UserMessage.class),
    /** What was asked for in the last days, applied once more. */
    WRITER(
            List.of(Topic.COMMANDS, Topic.COMMANDS_BULK),
            Topic.COMMANDS_BULK,
            ProvisioningCommand.class);

    private final List<Topic> sources;
    private final Topic lane;
    private final Class<? extends Message> payload;

    ReplayTarget(List<Topic> sources, Topic lane, Class<? extends Message> payload) {
        this.sources = sources;
        this.lane = lane;
        this.payload = payload;
    }

    /** Both lanes: the newest message about somebody may be in either. */
    List<Topic> sources() {
        return sources;
    }

    /** Where they are written again. */
    Topic lane() {
        return lane;
    }

    Class<? extends Message> payload() {
        return payload;
    }
}
