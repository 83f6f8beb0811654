package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When somebody new is invited without anybody asking.
 *
 * @param zone in which the company's days begin
 */
record InvitationTime(Invitations invitations, ZoneId zone) {

    /** Nobody wants a mail at midnight. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Not by a replay, nor where invitations are sent by hand. */
    boolean invitesBy(UserCommand command) {
        return invitations != Invitations.BY_HAND
                && command.origin().cause() != Origin.Cause.REPLAY;
    }

    /**
     * @param hireDate as Learn Amp has it, by the company's rule for that field; null for none
     * @return empty if nobody is invited by this command
     */
    Optional<Instant> of(UpsertUser command, @Nullable LocalDate hireDate, Instant now) {
        if (!invitesBy(command)) {
            return Optional.empty();
        }
        return Optional.of(
                invitations == Invitations.ON_HIRE_DATE ? onHireDate(hireDate, now) : now);
    }

    /** Whoever has been hired already, or has no day, is invited at once. */
    private Instant onHireDate(@Nullable LocalDate day, Instant now) {
        if (day == null) {
            return now;
        }
        Instant morning = day.atTime(MORNING).atZone(zone).toInstant();
        return morning.isAfter(now) ? morning : now;
    }
}
