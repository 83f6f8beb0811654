package com.learnamp.entra.console.why;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why somebody is in Learn Amp, or is not. */
enum Verdict {
    /** In the group and in Learn Amp. */
    HERE,
    /** Likewise, but something of him can't be as Entra has it. */
    HERE_WITH_ATTENTION,
    /** Nobody in Learn Amp yet, since something stands against it. */
    NEEDS_ATTENTION,
    /** More people would be new than the limit lets through. */
    CREATION_KEPT_BACK,
    /** In the group, and the company makes leavers of disabled accounts. */
    ACCOUNT_DISABLED,
    /** In the group, and nothing has been written of him yet. */
    NOT_YET_READ,
    /** In the group, but the first sync waits to be confirmed. */
    PREVIEW_WAITS,
    /** The directory is not connected. */
    NOT_CONNECTED,
    /** Not in the group any more, but still active: a grace period, a review, a hold. */
    LEAVING_KEPT_BACK,
    /** Not in the group any more, which Learn Amp has not heard yet. */
    LEAVING,
    /** Deactivated since he is not in the group any more. */
    LEFT,
    /** In the tenant, never in the group. */
    NEVER_IN_THE_GROUP,
    /** Deleted in Entra, where he can be restored. */
    DELETED,
    /** Entra has no such account. */
    NOT_IN_THE_TENANT,
    /** An admin has erased him, and the sync does not bring him back. */
    ERASED,
    /** Entra changes nothing of him. */
    ONLY_IN_LEARN_AMP,
    /** Entra has not answered: only what is stored can be told. */
    UNKNOWN;

    /**
     * What the company's settings say.
     *
     * @param disabledLeave whether disabled accounts are leavers
     */
    record Circumstances(boolean connected, boolean previewWaits, boolean disabledLeave) {}

    /**
     * @param entra null: Entra was not asked of him, or has not answered
     */
    static Verdict of(@Nullable EntraPerson entra, StoredPerson stored, Circumstances around) {
        if (stored.erased() && stored.user() == null) {
            return ERASED;
        }
        if (entra == null) {
            return stored.objectId() == null ? ONLY_IN_LEARN_AMP : UNKNOWN;
        }
        return switch (entra.state()) {
            case IN_BIN -> outside(stored, DELETED);
            case ABSENT -> outside(stored, NOT_IN_THE_TENANT);
            case PRESENT ->
                    entra.member()
                            ? inside(entra, stored, around)
                            : outside(
                                    stored,
                                    stored.ledger() == null && stored.user() != null
                                            ? ONLY_IN_LEARN_AMP
                                            : NEVER_IN_THE_GROUP);
        };
    }

    private static Verdict inside(EntraPerson entra, StoredPerson stored, Circumstances around) {
        if (around.disabledLeave() && entra.isDisabled()) {
            return stored.isKeptBack("deactivation") ? LEAVING_KEPT_BACK : ACCOUNT_DISABLED;
        }
        if (stored.isActive() && stored.isIn("in_scope")) {
            return stored.attention().isEmpty() ? HERE : HERE_WITH_ATTENTION;
        }
        if (stored.isKeptBack("creation")) {
            return CREATION_KEPT_BACK;
        }
        if (!stored.attention().isEmpty()) {
            return NEEDS_ATTENTION;
        }
        if (!around.connected()) {
            return NOT_CONNECTED;
        }
        return around.previewWaits() ? PREVIEW_WAITS : NOT_YET_READ;
    }

    /**
     * @param never of whoever was never followed
     */
    private static Verdict outside(StoredPerson stored, Verdict never) {
        if (stored.isActive() && stored.isKeptBack("deactivation")) {
            return LEAVING_KEPT_BACK;
        }
        if (stored.isActive() && stored.isIn("in_scope")) {
            return LEAVING;
        }
        boolean left = stored.isIn("out_of_scope") && stored.user() != null && !stored.isActive();
        return left && never == NEVER_IN_THE_GROUP ? LEFT : never;
    }

    /** As programs have it. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
