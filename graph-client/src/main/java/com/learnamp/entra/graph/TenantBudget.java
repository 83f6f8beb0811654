package com.learnamp.entra.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What we allow ourselves to ask of Graph for one tenant, in Graph's resource units, so that its
 * limit is hardly ever met. Graph counts the units of the last ten seconds for each app and tenant;
 * here a bucket holds half of nine tenths of that and gets the other half back in ten seconds, so
 * that no ten seconds see more.
 *
 * <p>Live work may empty the bucket. Bulk work leaves half of it alone, but a tenth of what flows
 * in is its own whatever live work does, so that it is slowed down and never starved. Where Graph
 * itself says how near the limit is, or to stay away, that is believed.
 */
final class TenantBudget {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final double CAUTION = 0.9;
    private static final double LIVE_RESERVE = 0.5;
    private static final double BULK_SHARE = 0.1;
    private static final Duration FIRST_SILENCE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Clock clock;
    private final Map<RequestKind, Integer> costs = new EnumMap<>(RequestKind.class);
    private final Map<Lane, Instant> closedUntil = new EnumMap<>(Lane.class);
    private TenantSize size = TenantSize.SMALL;
    private double units = capacity();
    private double unitsOfBulk = capacityOfBulk();
    private Instant filledAt;
    private int refusals;

    TenantBudget(Clock clock) {
        this.clock = clock;
        this.filledAt = clock.instant();
    }

    /** Zero: the request is paid for and may be sent. Otherwise it may be asked for again then. */
    synchronized Duration spend(Lane lane, RequestKind kind) {
        if (!kind.costsUnits()) {
            return Duration.ZERO;
        }
        fill();
        Duration closed = Duration.between(filledAt, closedUntil.getOrDefault(lane, filledAt));
        if (closed.isPositive()) {
            return closed;
        }
        int cost = cost(kind);
        double missing = missing(lane, cost);
        if (missing > 0) {
            return Duration.ofMillis((long) Math.ceil(missing / flow() * 1000));
        }
        units -= cost;
        if (lane == Lane.BULK) {
            unitsOfBulk = Math.max(0, unitsOfBulk - cost);
        }
        return Duration.ZERO;
    }

    /** What it really cost, how near the limit is, and whether Graph wants to be left alone. */
    synchronized void answered(Lane lane, AnsweredRequest request) {
        if (!request.kind().costsUnits()) {
            return;
        }
        fill();
        if (request.resourceUnits() > 0) {
            units -= request.resourceUnits() - cost(request.kind());
            costs.put(request.kind(), request.resourceUnits());
        }
        if (request.throttlePercentage() > 0) {
            units = Math.min(units, (1 - request.throttlePercentage()) * size.units());
        }
        if (request.throttled()) {
            close(lane, request);
        } else {
            refusals = 0;
        }
    }

    /** How much of it is spent, from 0 to 1; at 1 whoever asks must wait. */
    synchronized double spent() {
        fill();
        boolean closed = closedUntil.getOrDefault(Lane.LIVE, filledAt).isAfter(filledAt);
        return closed ? 1 : Math.clamp(1 - units / capacity(), 0, 1);
    }

    /** The limit is by the tenant's size, and the smallest one until more people have been seen. */
    synchronized void has(long people) {
        TenantSize found = TenantSize.of(people);
        if (found.compareTo(size) > 0) {
            size = found;
        }
    }

    /** Refused live work would be refused in bulk as well; bulk work may be refused alone. */
    private void close(Lane lane, AnsweredRequest request) {
        Duration silence =
                request.retryAfter() == null
                        ? FIRST_SILENCE.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS))
                        : request.retryAfter();
        refusals++;
        Instant until = filledAt.plus(silence);
        closedUntil.merge(Lane.BULK, until, TenantBudget::later);
        if (lane == Lane.LIVE) {
            closedUntil.merge(Lane.LIVE, until, TenantBudget::later);
        }
    }

    private double missing(Lane lane, int cost) {
        return switch (lane) {
            case LIVE -> cost - units;
            case BULK ->
                    Math.min(
                            cost + capacity() * LIVE_RESERVE - units,
                            (cost - unitsOfBulk) / BULK_SHARE);
        };
    }

    private void fill() {
        Instant now = clock.instant();
        // A clock that is put back fills nothing, and one that is put forward fills up at most.
        double seconds = Math.max(0, Duration.between(filledAt, now).toMillis() / 1000.0);
        units = Math.min(capacity(), units + seconds * flow());
        unitsOfBulk = Math.min(capacityOfBulk(), unitsOfBulk + seconds * flow() * BULK_SHARE);
        filledAt = now;
    }

    private double capacity() {
        return size.units() * CAUTION / 2;
    }

    /** Of a second. */
    private double flow() {
        return capacity() / WINDOW.toSeconds();
    }

    private double capacityOfBulk() {
        return capacity() * BULK_SHARE;
    }

    private int cost(RequestKind kind) {
        return costs.getOrDefault(kind, kind.usualUnits());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
