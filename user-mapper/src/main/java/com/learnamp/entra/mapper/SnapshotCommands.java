package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.PhotoCommand.SyncPhoto;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.customfields.LearnAmpText;
import java.time.Instant;

/**
 * Commands about somebody in scope, with the version, revision and origin of what was read.
 *
 * @param now when they are made
 */
record SnapshotCommands(UserSnapshot snapshot, Instant now) {

    UpsertUser upsert(UserFields fields, ManagerReading manager) {
        return new UpsertUser(
                snapshot.company(),
                snapshot.user(),
                snapshot.version(),
                snapshot.revision(),
                snapshot.observedAt(),
                now,
                snapshot.origin(),
                fields,
                manager);
    }

    DeactivateUser deactivate(DeactivateUser.Reason reason) {
        return new DeactivateUser(
                snapshot.company(),
                snapshot.user(),
                snapshot.version(),
                snapshot.revision(),
                snapshot.observedAt(),
                now,
                snapshot.origin(),
                reason);
    }

    RejectUser reject(RejectUser.Reason reason) {
        return new RejectUser(
                snapshot.company(),
                snapshot.user(),
                snapshot.version(),
                snapshot.revision(),
                snapshot.observedAt(),
                now,
                snapshot.origin(),
                reason,
                LearnAmpText.clean(snapshot.attributes().displayName()).orElse(null));
    }

    SyncPhoto syncPhoto() {
        return new SyncPhoto(
                snapshot.company(),
                snapshot.user(),
                snapshot.version(),
                snapshot.revision(),
                now,
                snapshot.origin());
    }
}
