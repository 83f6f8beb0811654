package com.learnamp.entra.worlds;

/**
 * One thing that happens.
 *
 * @param who an account
 * @param what of some possibilities
 */
record Step(Kind kind, int who, int what) {

    enum Kind {
        JOINS,
        LEAVES,
        IS_DELETED,
        TITLE,
        DEPARTMENT,
        LANGUAGE,
        ADDRESS,
        MANAGER,
        ENABLED,
        /** Somebody is read, and the message is on its way. */
        READ,
        READ_ALL,
        /** Read, and the message arrives at once. */
        FOLLOWED,
        /** Messages arrive: some, in any order. */
        ARRIVE,
        ARRIVE_AND_STAY,
        ARE_LOST,
        THE_WRITER_IS_KILLED,
        SETTINGS,
        FIELD_RULE,
        /** Another group, with some of the people in it. */
        ANOTHER_GROUP,
        /** The same people, with other accounts. */
        ANOTHER_TENANT,
        EDITED_BY_HAND,
        MANAGED_BY_HAND,
        REACTIVATED_BY_HAND,
        MADE_OWNER,
        CHOICE,
        /** Whoever waits for a review is approved. */
        APPROVED,
        REJECTED,
        HELD,
        RELEASED,
        INVITED_BY_HAND,
        INVITATIONS_LEAVE;

        boolean reachesTheWriter() {
            return switch (this) {
                case FOLLOWED, ARRIVE, ARRIVE_AND_STAY, THE_WRITER_IS_KILLED -> true;
                default -> false;
            };
        }
    }
}
