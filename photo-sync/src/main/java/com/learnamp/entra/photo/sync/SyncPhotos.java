package com.learnamp.entra.photo.sync;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphTenant;
import com.learnamp.entra.graph.PhotoDownload;
import com.learnamp.entra.graph.PhotoReading;
import com.learnamp.entra.graph.PhotoSize;
import com.learnamp.entra.photo.picture.CheckPicture;
import com.learnamp.entra.photo.picture.Picture;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.queue.PhotoQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks at twenty people's photos of one tenant and makes their avatars equal to them.
 *
 * <table>
 *   <caption>Face of the flow</caption>
 *   <tr><td>in</td><td>{@code provisioning.photo_lookups}</td></tr>
 *   <tr><td>out</td><td>avatars, {@code provisioning.photos}, history, outbox</td></tr>
 *   <tr><td>state</td><td>the rows' claims, which run out by themselves</td></tr>
 *   <tr><td>duplicates</td><td>a look that finds the same picture changes nothing</td></tr>
 *   <tr><td>order</td><td>each look has a version; only a newer one is written</td></tr>
 *   <tr><td>permanent failure</td><td>a picture that can't be taken is refused, with its reason under attention</td></tr>
 *   <tr><td>transient failure</td><td>the row is due again later; a throttled tenant holds up no other</td></tr>
 * </table>
 */
@ApplicationScoped
class SyncPhotos {

    static final int AT_ONCE = 20;

    private static final Logger LOG = Logger.getLogger(SyncPhotos.class);

    private final PhotoQueue queue;
    private final KnownPhotos known;
    private final StorePhotos store;
    private final SyncConfig config;

    SyncPhotos(PhotoQueue queue, KnownPhotos known, StorePhotos store, SyncConfig config) {
        this.queue = queue;
        this.known = known;
        this.store = store;
        this.config = config;
    }

    /**
     * @return whether there was anything to do
     */
    boolean syncSome(GraphTenant graph) {
        List<PhotoLookup> claimed = queue.claim(graph.tenantId(), AT_ONCE, config.claim());
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            work(graph, claimed);
        } catch (GraphException e) {
            LOG.infof("photos wait tenant=%s category=%s", graph.tenantId(), e.category().name());
            queue.release(claimed, PhotoDecision.pause(e));
        }
        return true;
    }

    private void work(GraphTenant graph, List<PhotoLookup> claimed) {
        long version = known.nextVersion();
        Map<PhotoLookup, StoredPhoto> stored = known.of(claimed);
        List<PhotoLookup> done = new ArrayList<>();
        List<PhotoLookup> toRead = new ArrayList<>();
        for (PhotoLookup lookup : claimed) {
            StoredPhoto photo = stored.get(lookup);
            if (lookup.action() == PhotoLookup.Action.REMOVE) {
                store.store(new PhotoOutcome.Removed(lookup), version);
                done.add(lookup);
            } else if (photo != null && photo.active()) {
                toRead.add(lookup);
            } else if (lookup.attempts() < config.attemptsForUser()) {
                queue.release(List.of(lookup), config.pauseForUser());
            } else {
                done.add(lookup);
            }
        }
        queue.done(done);
        if (!toRead.isEmpty()) {
            read(graph, toRead, stored, version);
        }
    }

    private void read(
            GraphTenant graph,
            List<PhotoLookup> lookups,
            Map<PhotoLookup, StoredPhoto> stored,
            long version) {
        Map<UUID, PhotoReading> readings =
                graph
                        .photoMetadata(
                                lookups.stream()
                                        .map(PhotoLookup::user)
                                        .map(EntraObjectId::value)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(PhotoReading::user, reading -> reading));
        for (PhotoLookup lookup : lookups) {
            PhotoReading reading = readings.get(lookup.user().value());
            StoredPhoto photo = stored.get(lookup);
            if (reading != null && photo != null) {
                settle(graph, lookup, PhotoDecision.decide(reading, photo), version);
            }
        }
    }

    private void settle(
            GraphTenant graph, PhotoLookup lookup, PhotoDecision decision, long version) {
        switch (decision) {
            case PhotoDecision.Keep keep -> finish(new PhotoOutcome.Unchanged(lookup), version);
            case PhotoDecision.SetBack back -> finish(new PhotoOutcome.SetBack(lookup), version);
            case PhotoDecision.Remove remove -> finish(new PhotoOutcome.Removed(lookup), version);
            case PhotoDecision.Postpone postpone ->
                    queue.release(List.of(lookup), postpone.pause());
            case PhotoDecision.Fetch fetch -> fetch(graph, lookup, fetch, version);
        }
    }

    private void fetch(
            GraphTenant graph, PhotoLookup lookup, PhotoDecision.Fetch fetch, long version) {
        try {
            finish(outcome(lookup, fetch, download(graph, lookup, fetch.size())), version);
        } catch (GraphException e) {
            Duration pause = PhotoDecision.pause(e);
            queue.release(List.of(lookup), pause);
        }
    }

    private static PhotoDownload download(GraphTenant graph, PhotoLookup lookup, PhotoSize size) {
        UUID user = lookup.user().value();
        PhotoDownload download = graph.photoBytes(user, size, CheckPicture.MAX_BYTES);
        return download instanceof PhotoDownload.NoPhoto && size != PhotoSize.LARGEST
                ? graph.photoBytes(user, PhotoSize.LARGEST, CheckPicture.MAX_BYTES)
                : download;
    }

    private static PhotoOutcome outcome(
            PhotoLookup lookup, PhotoDecision.Fetch fetch, PhotoDownload download) {
        return switch (download) {
            case PhotoDownload.NoPhoto none -> new PhotoOutcome.Removed(lookup);
            case PhotoDownload.TooLarge large ->
                    new PhotoOutcome.Refused(
                            lookup, fetch.mediaEtag(), "The photo in Entra is larger than 4 MiB.");
            case PhotoDownload.Image image ->
                    switch (CheckPicture.check(image.bytes())) {
                        case Picture.Accepted picture ->
                                new PhotoOutcome.Stored(lookup, fetch.mediaEtag(), picture);
                        case Picture.Refused refused ->
                                new PhotoOutcome.Refused(
                                        lookup, fetch.mediaEtag(), refused.reason());
                    };
        };
    }

    private void finish(PhotoOutcome outcome, long version) {
        store.store(outcome, version);
        queue.done(List.of(outcome.lookup()));
    }
}
