package com.learnamp.entra.console.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a change of a run stays. */
public enum UndoObstacle {
    /** Somebody, or a later sync, has made something else of it. */
    CHANGED_SINCE,
    DEACTIVATED,
    /** Somebody else has the address now. */
    ADDRESS_TAKEN,
    /** The manager of before is not an active user any more. */
    MANAGER_GONE,
    TEAM_GONE,
    /** There was no value, and Learn Amp requires one by now. */
    REQUIRED;

    /** As programs have it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
