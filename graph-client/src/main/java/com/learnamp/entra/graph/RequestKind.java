package com.learnamp.entra.graph;

/** What a request to Graph was for: the tag of the request counters. */
public enum RequestKind {
    ORGANIZATION(2),
    GROUP(1),
    TRANSITIVE_MEMBERS(4),
    MEMBERS(2),
    USERS(2),
    USER_COUNT(2),
    /** Ten people with their memberships. */
    LOOK_UP(50),
    FIND(1),
    MEMBER_OF(1),
    /** Up to twenty people. */
    DELETED_ITEM(10),
    DELETED_ITEMS(1),
    /** The group, who is in the bin, and from where its changes are told. */
    LISTING_START(3),
    TYPES(2),
    SUBSCRIPTION(1),
    USERS_DELTA(1),
    GROUPS_DELTA(1),
    PHOTO_METADATA(0),
    PHOTO_BYTES(0);

    private final int usualUnits;

    RequestKind(int usualUnits) {
        this.usualUnits = usualUnits;
    }

    /** Resource units by Microsoft's table, for as long as no answer has named the real ones. */
    int usualUnits() {
        return usualUnits;
    }

    /** Photos are limited for each mailbox, which is not the tenant's budget. */
    boolean costsUnits() {
        return usualUnits > 0;
    }
}
