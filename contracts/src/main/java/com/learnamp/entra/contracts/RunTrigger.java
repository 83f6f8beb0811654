package com.learnamp.entra.contracts;

/** Why a full sync runs. */
public enum RunTrigger {
    /** The first one, after set-up. */
    INITIAL,
    /** Somebody pressed Sync users. */
    MANUAL,
    /** 24 hours have passed since the last one. */
    SCHEDULE,
    /** The settings were saved. */
    SETTINGS,
    /** A group changed that concerns many people; graph-fetcher starts it by itself. */
    GROUP_CHANGE
}
