package com.learnamp.entra.photo.sync;

import com.learnamp.entra.messaging.SettingsTable;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.queue.PhotoQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claims rows of a tenant until there are as many people to ask for as go into one request; those
 * who need no look, or not yet, are settled on the way.
 */
@ApplicationScoped
class GatherLooks {

    /** As many as Graph takes in one batch. */
    static final int AT_ONCE = 20;

    /** While the writer is behind, most rows have to wait: some batch goes all the same. */
    private static final int MOST_CLAIMS = 10;

    private final PhotoQueue queue;
    private final KnownPhotos known;
    private final StorePhotos store;
    private final SettingsTable settings;
    private final SyncConfig config;

    GatherLooks(
            PhotoQueue queue,
            KnownPhotos known,
            StorePhotos store,
            SettingsTable settings,
            SyncConfig config) {
        this.queue = queue;
        this.known = known;
        this.store = store;
        this.settings = settings;
        this.config = config;
    }

    /** Somebody whom Graph is asked for. */
    record Look(PhotoLookup lookup, StoredPhoto photo) {}

    /**
     * @param any whether any row was due
     * @param looks what somebody waits for first
     */
    record Gathered(boolean any, List<Look> looks) {
        Gathered {
            looks =
                    looks.stream()
                            .sorted(Comparator.comparing(look -> look.lookup().run() != null))
                            .toList();
        }
    }

    Gathered gather(UUID tenant, long version) {
        List<Look> looks = new ArrayList<>();
        boolean any = false;
        boolean more = true;
        for (int claims = 0; more && claims < MOST_CLAIMS && looks.size() < AT_ONCE; claims++) {
            List<PhotoLookup> claimed =
                    queue.claim(tenant, AT_ONCE - looks.size(), config.claim(), any);
            looks.addAll(ready(claimed, version));
            more = !claimed.isEmpty();
            any |= more;
        }
        return new Gathered(any, looks);
    }

    private List<Look> ready(List<PhotoLookup> claimed, long version) {
        Map<PhotoLookup, StoredPhoto> stored = known.of(claimed);
        List<Look> ready = new ArrayList<>();
        List<PhotoLookup> dropped = new ArrayList<>();
        for (PhotoLookup lookup : claimed) {
            StoredPhoto photo = stored.get(lookup);
            switch (readiness(lookup, photo)) {
                case Readiness.Look look when photo != null -> ready.add(new Look(lookup, photo));
                case Readiness.Look nobody -> dropped.add(lookup);
                case Readiness.TakeAway gone -> store.store(new PhotoOutcome.Gone(lookup), version);
                case Readiness.Wait wait -> queue.release(List.of(lookup), wait.pause());
                case Readiness.Drop drop -> dropped.add(lookup);
            }
        }
        queue.done(dropped);
        return ready;
    }

    private Readiness readiness(PhotoLookup lookup, @Nullable StoredPhoto photo) {
        return Readiness.decide(
                lookup, photo, settings.find(lookup.company()).orElse(null), config);
    }
}
