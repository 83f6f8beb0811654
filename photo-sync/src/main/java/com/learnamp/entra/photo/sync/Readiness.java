package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.photo.queue.PhotoLookup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is done about a claimed row before Graph is asked anything. */
sealed interface Readiness {

    /** Ask Graph. */
    record Look() implements Readiness {}

    /** The person is gone: take away the avatar that this integration set, and ask nobody. */
    record TakeAway() implements Readiness {}

    /** The writer is not as far yet. */
    record Wait(Duration pause) implements Readiness {}

    /** Nothing to do; the next sync asks again if there is. */
    record Drop() implements Readiness {}

    /** Doubling stops there. */
    int MOST_DOUBLINGS = 10;

    /**
     * @param photo null for somebody who is no user of Learn Amp
     * @param settings the company's newest, null for none
     */
    static Readiness decide(
            PhotoLookup lookup,
            @Nullable StoredPhoto photo,
            @Nullable IntegrationSettings settings,
            SyncConfig config) {
        if (settings == null
                || settings.status() != IntegrationSettings.Status.ACTIVE
                || !settings.tenant().value().equals(lookup.tenant())) {
            return new Drop();
        }
        return switch (lookup.action()) {
            case SYNC -> sync(lookup, photo, settings, config);
            case REMOVE -> remove(lookup, photo, config);
        };
    }

    private static Readiness sync(
            PhotoLookup lookup,
            @Nullable StoredPhoto photo,
            IntegrationSettings settings,
            SyncConfig config) {
        if (!settings.syncPhotos()) {
            return new Drop();
        }
        if (photo == null || !photo.active()) {
            return waitOrDrop(lookup, config);
        }
        return photo.noneLately() && !lookup.afresh() ? new Drop() : new Look();
    }

    /** Whoever stays active, in a grace period or held by an admin, keeps the avatar. */
    private static Readiness remove(
            PhotoLookup lookup, @Nullable StoredPhoto photo, SyncConfig config) {
        if (photo == null) {
            return new Drop();
        }
        return photo.deactivated() ? new TakeAway() : waitOrDrop(lookup, config);
    }

    private static Readiness waitOrDrop(PhotoLookup lookup, SyncConfig config) {
        return lookup.attempts() < config.attemptsForUser()
                ? new Wait(doubled(config.pauseForUser(), lookup.attempts()))
                : new Drop();
    }

    /** The pause after so many attempts, of which there has been one at least. */
    static Duration doubled(Duration first, int attempts) {
        return first.multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
    }
}
