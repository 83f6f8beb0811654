package com.learnamp.entra.writer.people;

import com.learnamp.entra.contracts.UserCommand;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was changed, as the history tells it.
 *
 * @param what notification, delta, full_sync, admin, replay, recheck, invitation
 * @param reason more of it, in one word
 * @param run that it belongs to
 */
public record Cause(
        String what,
        @Nullable String reason,
        @Nullable UUID run,
        @Nullable Instant noticedAt,
        @Nullable Instant observedAt,
        @Nullable Instant mappedAt) {

    public static Cause of(UserCommand command, @Nullable String reason) {
        return new Cause(
                command.origin().cause().name().toLowerCase(Locale.ROOT),
                reason,
                command.origin().run() == null ? null : command.origin().run().value(),
                command.origin().noticedAt(),
                command.observedAt(),
                command.mappedAt());
    }

    public static Cause ofInvitation() {
        return new Cause("invitation", null, null, null, null, null);
    }
}
