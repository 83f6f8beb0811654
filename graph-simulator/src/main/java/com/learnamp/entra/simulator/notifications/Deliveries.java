package com.learnamp.entra.simulator.notifications;

import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications: collected for a moment, so that several travel in one body, tried again with
 * growing pauses for four hours, and held back from slow endpoints. Runs on one event loop.
 */
final class Deliveries {

    private static final Duration GIVE_UP_AFTER = Duration.ofHours(4);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_TOGETHER = 100;

    private record Outgoing(Tenant tenant, Map<String, @Nullable Object> notification) {}

    private final Vertx vertx;
    private final Webhook webhook;
    private final InstantSource clock;
    private final DeliveryLog log;
    private final Map<String, List<Outgoing>> waiting = new HashMap<>();
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();

    Deliveries(Vertx vertx, Webhook webhook, InstantSource clock, DeliveryLog log) {
        this.vertx = vertx;
        this.webhook = webhook;
        this.clock = clock;
        this.log = log;
    }

    /** Sends the notification after the given pause and the tenant's usual one. */
    void send(
            Tenant tenant,
            String url,
            Map<String, @Nullable Object> notification,
            Duration furtherPause) {
        Endpoint.State state = state(tenant, url);
        if (state == Endpoint.State.DROP) {
            log.dropped();
            return;
        }
        Duration held = state == Endpoint.State.SLOW ? Endpoint.WINDOW : Duration.ZERO;
        Duration pause =
                furtherPause.plus(held).plusMillis(tenant.faults().notificationDelayMillis());
        log.planned();
        Outgoing outgoing = new Outgoing(tenant, notification);
        if (furtherPause.plus(held).isZero()) {
            collect(url, outgoing, pause);
        } else {
            after(pause, () -> post(tenant, url, List.of(outgoing), 0, clock.instant()));
        }
    }

    private void collect(String url, Outgoing outgoing, Duration pause) {
        List<Outgoing> queue = waiting.get(url);
        if (queue == null) {
            waiting.put(url, new ArrayList<>(List.of(outgoing)));
            after(pause, () -> flush(url));
        } else {
            queue.add(outgoing);
        }
    }

    private void flush(String url) {
        List<Outgoing> all = waiting.remove(url);
        for (int start = 0; all != null && start < all.size(); start += MOST_TOGETHER) {
            List<Outgoing> together =
                    new ArrayList<>(
                            all.subList(start, Math.min(all.size(), start + MOST_TOGETHER)));
            Tenant tenant = together.getFirst().tenant();
            Faults faults = tenant.faults();
            if (happens(tenant, faults.notificationShuffleRate(), "shuffle", url)) {
                Collections.shuffle(together, new Random(faults.seed()));
            }
            post(tenant, url, together, 0, clock.instant());
        }
    }

    private void post(
            Tenant tenant, String url, List<Outgoing> together, int attempt, Instant since) {
        if (!mayTell(tenant, together)) {
            again(tenant, url, together, attempt + 1, since);
            return;
        }
        Instant start = clock.instant();
        Duration timeout = attempt == 0 ? Endpoint.FIRST_TIMEOUT : Endpoint.RETRY_TIMEOUT;
        Map<String, Object> body =
                Map.of("value", together.stream().map(Outgoing::notification).toList());
        Future<Integer> answer = webhook.deliver(url, Json.encodeToBuffer(body), timeout);
        answer.onComplete(done -> {
            Duration took = Duration.between(start, clock.instant());
            boolean late = done.failed() && took.compareTo(timeout.minusMillis(50)) >= 0;
            endpoint(url).answered(clock.instant(), late ? timeout : took);
            if (done.succeeded() && done.result() / 100 == 2) {
                log.delivered(together.size());
            } else {
                again(tenant, url, together, attempt + 1, since);
            }
        });
    }

    private void again(
            Tenant tenant, String url, List<Outgoing> together, int attempt, Instant since) {
        if (since.plus(GIVE_UP_AFTER).isBefore(clock.instant())) {
            log.givenUp(together.size());
            return;
        }
        log.retried();
        long pause = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 12);
        after(
                Duration.ofMillis(Math.min(pause, LONGEST_PAUSE.toMillis())),
                () -> post(tenant, url, together, attempt, since));
    }

    /** Without consent changes are held back; that consent is missing is said all the same. */
    private static boolean mayTell(Tenant tenant, List<Outgoing> together) {
        return together.stream().allMatch(each -> each.notification().containsKey("lifecycleEvent"))
                || tenant.consent().all().values().stream().anyMatch(roles -> !roles.isEmpty());
    }

    private Endpoint.State state(Tenant tenant, String url) {
        return switch (tenant.faults().endpoint()) {
            case "healthy" -> Endpoint.State.HEALTHY;
            case "slow" -> Endpoint.State.SLOW;
            case "drop" -> Endpoint.State.DROP;
            default -> endpoint(url).state(clock.instant());
        };
    }

    private Endpoint endpoint(String url) {
        return endpoints.computeIfAbsent(URI.create(url).getAuthority(), any -> new Endpoint());
    }

    private static boolean happens(Tenant tenant, double rate, String fault, String subject) {
        return tenant.chance().happens(rate, tenant.faults().seed(), fault, subject);
    }

    private void after(Duration pause, Runnable action) {
        if (pause.isZero()) {
            vertx.runOnContext(any -> action.run());
        } else {
            vertx.setTimer(pause.toMillis(), any -> action.run());
        }
    }
}
