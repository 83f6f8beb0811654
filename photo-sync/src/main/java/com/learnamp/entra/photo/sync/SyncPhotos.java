package com.learnamp.entra.photo.sync;

import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphPhotos;
import com.learnamp.entra.graph.MicrosoftGraph;
import com.learnamp.entra.graph.PhotoReading;
import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.photo.queue.PhotoQueue;
import com.learnamp.entra.photo.sync.GatherLooks.Gathered;
import com.learnamp.entra.photo.sync.GatherLooks.Look;
import com.learnamp.entra.photo.sync.SettleLooks.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at twenty people's photos of one tenant and makes their avatars equal to them.
 *
 * <table>
 *   <caption>Face of the flow</caption>
 *   <tr><td>in</td><td>{@code provisioning.photo_lookups}</td></tr>
 *   <tr><td>out</td><td>avatars, {@code provisioning.photos}, history, outbox</td></tr>
 *   <tr><td>state</td><td>the rows' claims, which run out by themselves; tenants that wait</td></tr>
 *   <tr><td>duplicates</td><td>a look that finds the same picture changes nothing</td></tr>
 *   <tr><td>order</td><td>each look has a version; only a newer one is written</td></tr>
 *   <tr><td>permanent failure</td><td>a picture that can't be taken is refused, with its reason under attention; somebody whom Graph refuses is given up until the next sync</td></tr>
 *   <tr><td>transient failure</td><td>the row is due again later, and the tenant left alone if it was the tenant's; no other tenant waits</td></tr>
 * </table>
 */
@ApplicationScoped
class SyncPhotos {

    private static final Logger LOG = Logger.getLogger(SyncPhotos.class);

    private final MicrosoftGraph graph;
    private final GatherLooks gather;
    private final KnownPhotos known;
    private final SettleLooks settle;
    private final PhotoQueue queue;
    private final TenantPauses pauses;

    SyncPhotos(
            MicrosoftGraph graph,
            GatherLooks gather,
            KnownPhotos known,
            SettleLooks settle,
            PhotoQueue queue,
            TenantPauses pauses) {
        this.graph = graph;
        this.gather = gather;
        this.known = known;
        this.settle = settle;
        this.queue = queue;
        this.pauses = pauses;
    }

    /**
     * @return whether there may be more to do now
     */
    boolean syncSome(UUID tenant) {
        if (pauses.paused(tenant)) {
            return false;
        }
        long version = known.nextVersion();
        Gathered gathered = gather.gather(tenant, version);
        if (!gathered.looks().isEmpty()) {
            Traces.follow(
                    "look at photo",
                    traces(gathered.looks()),
                    () -> sync(tenant, gathered.looks(), version));
        }
        return gathered.any();
    }

    private static Map<String, String> traces(List<Look> looks) {
        Map<String, String> traces = new HashMap<>();
        for (Look look : looks) {
            @Nullable String trace = look.lookup().trace();
            if (trace != null) {
                traces.put(look.lookup().user().toString(), trace);
            }
        }
        return traces;
    }

    private void sync(UUID tenant, List<Look> looks, long version) {
        GraphPhotos photos = graph.photos(tenant);
        List<Decided> decided;
        try {
            decided = decide(tenant, looks, read(photos, looks));
        } catch (GraphException e) {
            leaveAlone(tenant, looks, e);
            return;
        }
        settle.settle(tenant, photos, decided, version);
    }

    private static Map<UUID, PhotoReading> read(GraphPhotos photos, List<Look> looks) {
        List<UUID> users =
                looks.stream().map(look -> look.lookup().user().value()).distinct().toList();
        return photos.photoMetadata(users).stream()
                .collect(Collectors.toMap(PhotoReading::user, Function.identity()));
    }

    /** Steps that were throttled go into one new batch, after the longest pause that was asked. */
    private List<Decided> decide(UUID tenant, List<Look> looks, Map<UUID, PhotoReading> readings) {
        List<GraphException> throttled =
                readings.values().stream()
                        .flatMap(reading -> throttling(reading).stream())
                        .toList();
        Optional<Duration> longest =
                throttled.stream()
                        .map(reason -> PhotoDecision.pause(reason, 1))
                        .max(Comparator.naturalOrder());
        if (throttled.size() == readings.size()) {
            longest.ifPresent(pause -> pauses.pause(tenant, pause));
        }
        List<Decided> decided = new ArrayList<>();
        for (Look look : looks) {
            PhotoReading reading = readings.get(look.lookup().user().value());
            if (reading != null) {
                PhotoDecision decision =
                        throttling(reading).isPresent() && longest.isPresent()
                                ? new PhotoDecision.Postpone(longest.get())
                                : PhotoDecision.decide(
                                        reading, look.photo(), look.lookup().attempts());
                decided.add(new Decided(look.lookup(), decision));
            }
        }
        return decided;
    }

    private static Optional<GraphException> throttling(PhotoReading reading) {
        return reading instanceof PhotoReading.Failed failed
                        && failed.reason().category() == GraphException.Category.THROTTLED
                ? Optional.of(failed.reason())
                : Optional.empty();
    }

    private void leaveAlone(UUID tenant, List<Look> looks, GraphException reason) {
        LOG.infof("photos wait tenant=%s category=%s", tenant, reason.category().name());
        int attempts = looks.stream().mapToInt(look -> look.lookup().attempts()).min().orElse(1);
        Duration pause = PhotoDecision.pause(reason, attempts);
        pauses.pause(tenant, pause);
        queue.release(looks.stream().map(Look::lookup).toList(), pause);
    }
}
