package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.RejectUser;
import java.util.Arrays;
import java.util.Locale;

/** Why somebody needs a person's eye; a newer version of him that is applied takes it away. */
enum AttentionReason {
    NO_EMAIL,
    MALFORMED_EMAIL,
    /** The address belongs to somebody else here; everything else is applied. */
    EMAIL_TAKEN,
    /** A custom field can't have what Entra has; the others are applied. */
    CUSTOM_FIELD,
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

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] labels() {
        return Arrays.stream(values()).map(AttentionReason::label).toArray(String[]::new);
    }
}
