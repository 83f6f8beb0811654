package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.PhotoCommand.RemovePhoto;
import com.learnamp.entra.contracts.UserOutOfScope;
import java.time.Instant;

/**
 * Commands about somebody out of scope, with the version, revision and origin of what was read.
 *
 * @param now when they are made
 */
record LeavingCommands(UserOutOfScope leaver, Instant now) {

    DeactivateUser deactivate() {
        return new DeactivateUser(
                leaver.company(),
                leaver.user(),
                leaver.version(),
                leaver.revision(),
                leaver.observedAt(),
                now,
                leaver.origin(),
                switch (leaver.evidence()) {
                    case NOT_A_MEMBER -> DeactivateUser.Reason.LEFT_THE_GROUP;
                    case SOFT_DELETED -> DeactivateUser.Reason.SOFT_DELETED;
                    case DELETED -> DeactivateUser.Reason.DELETED;
                });
    }

    RemovePhoto removePhoto() {
        return new RemovePhoto(
                leaver.company(),
                leaver.user(),
                leaver.version(),
                leaver.revision(),
                now,
                leaver.origin());
    }
}
