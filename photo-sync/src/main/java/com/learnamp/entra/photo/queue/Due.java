package com.learnamp.entra.photo.queue;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.RunTrigger;
import java.time.Duration;

/**
 * When a photo is looked at, counted from the command.
 *
 * @param early whether it may be taken before, to fill a batch
 * @param afresh whether it is asked for even if there was none a short while ago: photo changes
 *     raise no notification, so only a run or somebody who asks is a reason to
 */
record Due(Duration after, boolean early, boolean afresh) {

    private static final int STEPS = 4_096;

    static Due of(PhotoCommand command, QueueConfig config) {
        Origin origin = command.origin();
        if (origin.run() == null) {
            return new Due(Duration.ZERO, false, origin.cause() == Origin.Cause.ADMIN);
        }
        return origin.trigger() == RunTrigger.SCHEDULE
                ? new Due(share(config.spread(), command.user()), true, true)
                : new Due(config.linger(), true, true);
    }

    /** Everybody has a place in the round, the same each day. */
    private static Duration share(Duration spread, EntraObjectId user) {
        long mixed = user.value().hashCode() * 0x9E3779B97F4A7C15L;
        return spread.multipliedBy(Long.remainderUnsigned(mixed >>> 16, STEPS)).dividedBy(STEPS);
    }
}
