package com.learnamp.entra.console.api;

import com.learnamp.entra.store.UserStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A status in the words of the public API, such as "Invite pending", "Sent 25 Sep 19". */
final class StatusWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yy", Locale.ENGLISH);

    private StatusWords() {}

    /**
     * @param zone the company's, whose day it was
     */
    static UserAnswer.Status of(UserStatus status, Instant at, ZoneId zone) {
        String day = DAY.format(at.atZone(zone));
        return switch (status) {
            case NOT_INVITED -> new UserAnswer.Status("Not invited", "Since " + day);
            case INVITE_SCHEDULED -> new UserAnswer.Status("Invite scheduled", "Since " + day);
            case INVITE_PENDING -> new UserAnswer.Status("Invite pending", "Sent " + day);
            case CONFIRMED -> new UserAnswer.Status("Confirmed", "On " + day);
            case DEACTIVATED -> new UserAnswer.Status("Deactivated", "On " + day);
        };
    }
}
