package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.Topic;

/** Live work and bulk work: what comes in by one goes out by the same. */
enum Lane {
    LIVE("live", Topic.COMMANDS),
    BULK("bulk", Topic.COMMANDS_BULK);

    private final String label;
    private final Topic commands;

    Lane(String label, Topic commands) {
        this.label = label;
        this.commands = commands;
    }

    String label() {
        return label;
    }

    Topic commands() {
        return commands;
    }
}
