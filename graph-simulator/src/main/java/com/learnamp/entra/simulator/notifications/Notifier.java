package com.learnamp.entra.simulator.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Subscriptions of all tenants, and the notifications that their directories cause. */
public final class Notifier {

    private static final Duration SPOILING = Duration.ofMinutes(10);
    private static final Duration ASKING = Duration.ofMinutes(15);
    private static final Duration LAST_HOUR = Duration.ofHours(1);
    private static final Set<String> READS_USERS =
            Set.of("User.Read.All", "Directory.Read.All", "User.ReadWrite.All");

    private final Context context;
    private final InstantSource clock;
    private final Webhook webhook;
    private final DeliveryLog log = new DeliveryLog();
    private final Deliveries deliveries;
    private final Map<String, Subscriptions> subscriptions = new ConcurrentHashMap<>();
    private final List<Tenant> followed = new CopyOnWriteArrayList<>();

    public Notifier(Vertx vertx, InstantSource clock) {
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.webhook = new Webhook(vertx);
        this.deliveries = new Deliveries(vertx, webhook, clock, log);
        vertx.setPeriodic(ASKING.toMillis(), any -> followed.forEach(this::askBeforeExpiry));
    }

    public DeliveryLog log() {
        return log;
    }

    public Subscriptions subscriptions(Tenant tenant) {
        return subscriptions.computeIfAbsent(tenant.id(), any -> new Subscriptions(clock));
    }

    /** From now on the tenant's changes are told. */
    public void follow(Tenant tenant) {
        followed.add(tenant);
        tenant.directory().onChange(change -> context.runOnContext(any -> tell(tenant, change)));
    }

    public Future<Subscription> create(
            Tenant tenant, String clientId, Set<String> roles, JsonNode body) {
        Subscription wanted = SubscriptionRequest.read(body, clientId, clock.instant());
        requireRole(wanted, roles);
        Subscriptions own = subscriptions(tenant);
        if (own.duplicate(wanted).isPresent()) {
            throw duplicate(own.duplicate(wanted));
        }
        if (own.of(clientId).size() >= tenant.faults().subscriptionQuota()) {
            throw new SubscriptionProblem(
                    403,
                    "Forbidden",
                    "Maximum number of subscriptions ("
                            + tenant.faults().subscriptionQuota()
                            + ") for this app and tenant exceeded.");
        }
        String lifecycle = wanted.lifecycleNotificationUrl();
        return webhook.validate(wanted.notificationUrl())
                .compose(done ->
                        lifecycle == null ? Future.succeededFuture() : webhook.validate(lifecycle))
                .compose(done ->
                        own.add(wanted)
                                ? Future.succeededFuture(wanted)
                                : Future.failedFuture(duplicate(own.duplicate(wanted))));
    }

    public Future<Subscription> renew(Tenant tenant, String clientId, String id, JsonNode body) {
        Subscription before = find(tenant, clientId, id);
        String expiration = SubscriptionRequest.text(body, "expirationDateTime");
        String url = SubscriptionRequest.text(body, "notificationUrl");
        if (expiration == null && url == null) {
            throw SubscriptionProblem.invalid(
                    "The body must have expirationDateTime or notificationUrl.");
        }
        Instant until =
                expiration == null
                        ? before.expires()
                        : SubscriptionRequest.expiration(expiration, clock.instant());
        String target = url == null ? before.notificationUrl() : SubscriptionRequest.url(url);
        Instant reauthorized = before.reauthorizedAt();
        boolean spoilt =
                before.broken()
                        || (reauthorized != null
                                && reauthorized.plus(SPOILING).isAfter(clock.instant()));
        Future<Void> validated = url == null ? Future.succeededFuture() : webhook.validate(target);
        return validated.compose(done -> {
            subscriptions(tenant).change(before.id(), each -> each.renewed(until, target, spoilt));
            return Future.succeededFuture(find(tenant, clientId, id));
        });
    }

    public void reauthorize(Tenant tenant, String clientId, String id) {
        Subscription subscription = find(tenant, clientId, id);
        subscriptions(tenant).change(subscription.id(), each -> each.reauthorized(clock.instant()));
    }

    public Subscription find(Tenant tenant, String clientId, String id) {
        return subscriptions(tenant)
                .find(id)
                .filter(each -> each.clientId().equals(clientId))
                .orElseThrow(SubscriptionProblem::gone);
    }

    public List<Subscription> list(Tenant tenant, String clientId) {
        return subscriptions(tenant).of(clientId);
    }

    /** Asks for a new authorisation of every subscription that can be told so. */
    public int askForReauthorization(Tenant tenant) {
        return ask(tenant, each -> true);
    }

    private void askBeforeExpiry(Tenant tenant) {
        Instant soon = clock.instant().plus(LAST_HOUR);
        ask(tenant, each -> each.expires().isBefore(soon));
    }

    private int ask(Tenant tenant, Predicate<Subscription> wanted) {
        int asked = 0;
        for (Subscription each : subscriptions(tenant).all()) {
            String url = each.lifecycleNotificationUrl();
            if (url != null && wanted.test(each)) {
                asked++;
                context.runOnContext(any ->
                        deliveries.send(
                                tenant,
                                url,
                                Notification.reauthorization(each, tenant.id()),
                                Duration.ZERO));
            }
        }
        return asked;
    }

    private void tell(Tenant tenant, Change change) {
        Optional<String> changeType = Notification.changeType(change);
        if (changeType.isEmpty()) {
            return;
        }
        for (Subscription each : subscriptions(tenant).all()) {
            if (each.covers(changeType.get())
                    && !each.broken()
                    && Notification.concerns(each, change)) {
                // The creation of one object is told of more than once.
                int times = change.action() == Action.CREATED ? 2 : 1;
                for (int time = 0; time < times; time++) {
                    tell(tenant, each, change, changeType.get());
                }
            }
        }
    }

    private void tell(Tenant tenant, Subscription each, Change change, String changeType) {
        Faults faults = tenant.faults();
        String subject = each.resource() + ' ' + change.sequence();
        if (happens(tenant, faults.notificationLossRate(), "notification lost", subject)) {
            log.lost();
            return;
        }
        Duration pause =
                happens(tenant, faults.notificationLateRate(), "notification late", subject)
                        ? Duration.ofMillis(faults.notificationLateMillis())
                        : Duration.ZERO;
        int copies =
                happens(tenant, faults.notificationTwiceRate(), "notification twice", subject)
                        ? 2
                        : 1;
        for (int copy = 0; copy < copies; copy++) {
            deliveries.send(
                    tenant,
                    each.notificationUrl(),
                    Notification.of(change, changeType, each, tenant.id()),
                    pause);
        }
    }

    private static boolean happens(Tenant tenant, double rate, String fault, String subject) {
        return tenant.chance().happens(rate, tenant.faults().seed(), fault, subject);
    }

    private static void requireRole(Subscription wanted, Set<String> roles) {
        boolean allowed =
                wanted.resource().startsWith("users")
                        ? roles.stream().anyMatch(READS_USERS::contains)
                        : roles.contains("Group.Read.All");
        if (!allowed) {
            throw new SubscriptionProblem(
                    403,
                    "ExtensionError",
                    "Operation: Create; Exception: [Status Code: Forbidden; Reason: Insufficient"
                            + " privileges to complete the operation.]");
        }
    }

    private static SubscriptionProblem duplicate(Optional<Subscription> other) {
        return new SubscriptionProblem(
                409,
                "Conflict",
                "Subscription Id "
                        + other.map(Subscription::id).orElse("")
                        + " already exists for the requested combination");
    }
}
