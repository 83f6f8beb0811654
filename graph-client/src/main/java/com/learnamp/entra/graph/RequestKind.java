package com.learnamp.entra.graph;

/** What a request to Graph was for: the tag of the request counters. */
public enum RequestKind {
    ORGANIZATION,
    GROUP,
    TRANSITIVE_MEMBERS,
    MEMBERS,
    USERS,
    USER_COUNT,
    LOOK_UP,
    DELETED_ITEM,
    TYPES,
    SUBSCRIPTION,
    USERS_DELTA,
    GROUPS_DELTA,
    PHOTO_METADATA,
    PHOTO_BYTES
}
