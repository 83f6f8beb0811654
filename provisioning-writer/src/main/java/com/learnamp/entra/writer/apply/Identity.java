package com.learnamp.entra.writer.apply;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody in Entra is in Learn Amp: the one table of decisions. Nobody becomes somebody else's
 * heir by having his address: where that may be, an admin says who he is.
 */
enum Identity {
    /** The person whom his object id is bound to; the address is his. */
    BOUND(null),
    /** Likewise, and whoever had the address gives it up. */
    BOUND_IN_PLACE(null),
    /** The person who has the address. */
    LINKED(null),
    CREATED(null),
    /** Somebody new, and whoever had the address gives it up. */
    CREATED_IN_PLACE(null),
    /** Another living person has the address. */
    WAITS_FOR_ADDRESS(AttentionReason.EMAIL_TAKEN),
    /** The person who has the address administers the company. */
    WAITS_FOR_CONFIRMATION(AttentionReason.LINK_UNCONFIRMED),
    /** The address is that of somebody who has gone. */
    WAITS_FOR_CHOICE(AttentionReason.HOLDER_GONE);

    private final @Nullable AttentionReason reason;

    Identity(@Nullable AttentionReason reason) {
        this.reason = reason;
    }

    /** What he waits for; null if the address is his. */
    @Nullable AttentionReason reason() {
        return reason;
    }

    /**
     * @param known whether his object id is bound to somebody
     * @param administers whether the holder is an Admin or Owner
     * @param choice null if no admin has said anything of this holder
     */
    static Identity decide(
            boolean known, Holder holder, boolean administers, @Nullable IdentityChoice choice) {
        return switch (holder) {
            case NOBODY -> known ? BOUND : CREATED;
            case LIVING -> WAITS_FOR_ADDRESS;
            case UNBOUND -> known ? WAITS_FOR_ADDRESS : ofUnbound(administers, choice);
            case GONE -> isHe(known, choice) ? LINKED : WAITS_FOR_CHOICE;
            case UNBOUND_DEACTIVATED, GONE_DEACTIVATED -> ofDeactivated(known, choice);
        };
    }

    private static Identity ofUnbound(boolean administers, @Nullable IdentityChoice choice) {
        return administers && choice != IdentityChoice.SAME_PERSON
                ? WAITS_FOR_CONFIRMATION
                : LINKED;
    }

    private static Identity ofDeactivated(boolean known, @Nullable IdentityChoice choice) {
        if (choice == IdentityChoice.NEW_PERSON) {
            return known ? BOUND_IN_PLACE : CREATED_IN_PLACE;
        }
        return isHe(known, choice) ? LINKED : WAITS_FOR_CHOICE;
    }

    private static boolean isHe(boolean known, @Nullable IdentityChoice choice) {
        return !known && choice == IdentityChoice.SAME_PERSON;
    }
}
