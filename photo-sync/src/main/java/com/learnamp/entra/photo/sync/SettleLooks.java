package com.learnamp.entra.photo.sync;

import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphPhotos;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.queue.PhotoQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Carries out what was decided about a batch: what changes nobody at once, the rest one by one. */
@ApplicationScoped
class SettleLooks {

    private static final Logger LOG = Logger.getLogger(SettleLooks.class);

    /** One mailbox may be busy; two in a row are the tenant. */
    private static final int FAILURES_OF_A_TENANT = 2;

    private final FetchPhotos fetch;
    private final StorePhotos store;
    private final RecordLooks record;
    private final PhotoQueue queue;
    private final PhotoFigures figures;
    private final TenantPauses pauses;

    SettleLooks(
            FetchPhotos fetch,
            StorePhotos store,
            RecordLooks record,
            PhotoQueue queue,
            PhotoFigures figures,
            TenantPauses pauses) {
        this.fetch = fetch;
        this.store = store;
        this.record = record;
        this.queue = queue;
        this.figures = figures;
        this.pauses = pauses;
    }

    /** What is done about a row. */
    record Decided(PhotoLookup lookup, PhotoDecision decision) {}

    void settle(UUID tenant, GraphPhotos graph, List<Decided> decided, long version) {
        record.record(
                those(decided, PhotoDecision.Keep.class),
                those(decided, PhotoDecision.None.class),
                version);
        int failures = 0;
        for (Decided each : decided) {
            PhotoLookup lookup = each.lookup();
            switch (each.decision()) {
                case PhotoDecision.Keep recorded -> {}
                case PhotoDecision.None recorded -> {}
                case PhotoDecision.SetBack back ->
                        store.store(new PhotoOutcome.SetBack(lookup), version);
                case PhotoDecision.Remove remove ->
                        store.store(new PhotoOutcome.Removed(lookup), version);
                case PhotoDecision.Postpone postpone ->
                        queue.release(List.of(lookup), postpone.pause());
                case PhotoDecision.GiveUp giveUp -> giveUp(tenant, lookup);
                case PhotoDecision.Fetch photo ->
                        failures =
                                fetch(tenant, graph, lookup, photo, version, failures)
                                        ? 0
                                        : failures + 1;
            }
        }
    }

    /**
     * @return false if the weather was bad
     */
    private boolean fetch(
            UUID tenant,
            GraphPhotos graph,
            PhotoLookup lookup,
            PhotoDecision.Fetch photo,
            long version,
            int failures) {
        if (failures >= FAILURES_OF_A_TENANT) {
            queue.release(List.of(lookup), PhotoDecision.AFTER_FAILURE);
            return false;
        }
        PhotoOutcome outcome;
        try {
            outcome = fetch.fetch(graph, lookup, photo);
        } catch (GraphException e) {
            return afterFailure(tenant, lookup, e, failures + 1);
        }
        store.store(outcome, version);
        return true;
    }

    private boolean afterFailure(
            UUID tenant, PhotoLookup lookup, GraphException reason, int failures) {
        if (PhotoDecision.afterFailure(reason, lookup.attempts())
                instanceof PhotoDecision.Postpone postpone) {
            Duration pause = postpone.pause();
            queue.release(List.of(lookup), pause);
            if (failures >= FAILURES_OF_A_TENANT) {
                LOG.infof("photos wait tenant=%s category=%s", tenant, reason.category().name());
                pauses.pause(tenant, pause);
            }
        } else {
            giveUp(tenant, lookup);
        }
        return !reason.category().passing();
    }

    private void giveUp(UUID tenant, PhotoLookup lookup) {
        LOG.warnf(
                "a photo is refused again and again, the next sync asks again tenant=%s company=%s",
                tenant, lookup.company());
        figures.givenUp();
        queue.done(List.of(lookup));
    }

    private static List<PhotoLookup> those(
            List<Decided> decided, Class<? extends PhotoDecision> kind) {
        return decided.stream()
                .filter(each -> kind.isInstance(each.decision()))
                .map(Decided::lookup)
                .toList();
    }
}
