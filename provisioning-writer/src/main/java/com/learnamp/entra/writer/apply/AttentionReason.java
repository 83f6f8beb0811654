package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.RejectUser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why somebody needs a person's eye; a newer version of him that is applied takes it away. */
enum AttentionReason {
    NO_EMAIL,
    MALFORMED_EMAIL,
    /** The address belongs to somebody else here; everything else is applied. */
    EMAIL_TAKEN,
    /** The address is that of an Admin or Owner: an admin must confirm that he is the same. */
    LINK_UNCONFIRMED,
    /** The address is that of somebody who has gone: an admin must say whether he is the same. */
    HOLDER_GONE,
    /** The address is that of somebody who was erased: an admin must let him in. */
    ERASED_ADDRESS,
    /** A custom field can't have what Entra has; the others are applied. */
    CUSTOM_FIELD,
    /** A run's changes of him were undone, and Entra still says what was undone. */
    UNDONE,
    /** He left, but without him nobody could administer the company. */
    LAST_OWNER,
    /** The store refuses what the command asks. */
    COMMAND_FAILED;

    static AttentionReason of(RejectUser.Reason reason) {
        return switch (reason) {
            case NO_EMAIL -> NO_EMAIL;
            case MALFORMED_EMAIL -> MALFORMED_EMAIL;
        };
    }

    /** What somebody waits for because of his address. */
    static List<AttentionReason> ofAddresses() {
        return List.of(EMAIL_TAKEN, LINK_UNCONFIRMED, HOLDER_GONE);
    }

    static AttentionReason of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] labels() {
        return Arrays.stream(values()).map(AttentionReason::label).toArray(String[]::new);
    }
}
