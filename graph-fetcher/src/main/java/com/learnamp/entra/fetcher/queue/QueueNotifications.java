package com.learnamp.entra.fetcher.queue;

import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.ChangeNotification.GroupChanged;
import com.learnamp.entra.contracts.ChangeNotification.ReauthorizationRequired;
import com.learnamp.entra.contracts.ChangeNotification.UserChanged;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.subscription.Subscriptions;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.ParkingLot;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.messaging.SettingsTable;
import com.learnamp.entra.messaging.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hints become rows: storms coalesce, strangers are dropped without a request to Graph.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code entra.notifications.v1}, in any process</td></tr>
 * <tr><td>out</td><td>{@code directory.pending_lookup}, {@code listings}, {@code subscriptions}</td></tr>
 * <tr><td>state</td><td>none; reads {@code roster} and {@code closure}</td></tr>
 * <tr><td>duplicates</td><td>one row for each tenant and object</td></tr>
 * <tr><td>order</td><td>irrelevant: a hint says "look", not what to store</td></tr>
 * <tr><td>permanent failure</td><td>parked on {@code graph-fetcher.parked.v1}</td></tr>
 * <tr><td>transient failure</td><td>retried in place</td></tr>
 * </table>
 */
@ApplicationScoped
class QueueNotifications {

    private final DirectoryStore store;
    private final PendingLookUps pending;
    private final QueueGroupChange groupChange;
    private final Subscriptions subscriptions;
    private final SettingsTable settings;
    private final ParkingLot parking;
    private final WakeUps wakeUps;
    private final MeterRegistry meters;
    private final Clock clock;

    QueueNotifications(
            DirectoryStore store,
            PendingLookUps pending,
            QueueGroupChange groupChange,
            Subscriptions subscriptions,
            SettingsTable settings,
            ParkingLot parking,
            WakeUps wakeUps,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.pending = pending;
        this.groupChange = groupChange;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.parking = parking;
        this.wakeUps = wakeUps;
        this.meters = meters;
        this.clock = clock;
    }

    @Incoming("notifications")
    @Blocking("notifications")
    void queue(ConsumerRecords<String, byte[]> records) {
        Traces.follow("queue", records, () -> queueAll(records));
    }

    private void queueAll(ConsumerRecords<String, byte[]> records) {
        List<ChangeNotification> notifications = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (MessageCodec.read(record.value(), ChangeNotification.class)) {
                case Parsed.Read<ChangeNotification>(ChangeNotification read) -> {
                    if (isFollowed(read.tenant())) {
                        notifications.add(read);
                    }
                }
                case Parsed.Unreadable<ChangeNotification>(String reason) ->
                        parking.park(Topic.PARKED_BY_FETCHER, record, reason);
                case Parsed.Tombstone<ChangeNotification> nothing -> {}
            }
        }
        int strangers =
                RetryInPlace.untilItSucceeds(
                        "queueing notifications",
                        () -> store.transaction(c -> write(c, notifications)));
        meters.counter("hints.strangers").increment(strangers);
        wake(notifications);
    }

    /** Graph may go on calling for a while after the last company is disconnected. */
    private boolean isFollowed(EntraTenantId tenant) {
        return settings.ofTenant(tenant).stream()
                .anyMatch(company -> company.status() == IntegrationSettings.Status.ACTIVE);
    }

    private int write(Connection connection, List<ChangeNotification> notifications)
            throws SQLException {
        List<Hint> hints = new ArrayList<>();
        for (ChangeNotification notification : notifications) {
            switch (notification) {
                case UserChanged change -> hints.add(hint(change));
                case GroupChanged change ->
                        groupChange
                                .hints(connection, change)
                                .forEach(hint -> hints.add(traced(change, hint)));
                case ReauthorizationRequired ask ->
                        subscriptions.renewAtOnce(
                                connection, ask.tenant(), ask.subscription(), clock.instant());
            }
        }
        record Row(EntraTenantId tenant, Object object) {}
        Set<Row> people = new HashSet<>();
        hints.forEach(hint -> people.add(new Row(hint.tenant(), hint.object())));
        return people.size() - pending.add(connection, hints);
    }

    private static Hint traced(GroupChanged change, Hint hint) {
        Traces.concerns(change.group().toString(), hint.object().toString());
        return hint;
    }

    private Hint hint(UserChanged change) {
        return new Hint(
                change.tenant(),
                change.user(),
                Hint.Kind.USER,
                Origin.Cause.NOTIFICATION,
                null,
                change.receivedAt(),
                clock.instant());
    }

    private void wake(List<ChangeNotification> notifications) {
        for (ChangeNotification notification : notifications) {
            wakeUps.wake(
                    notification.tenant(),
                    notification instanceof ReauthorizationRequired
                            ? TenantTask.Kind.SUBSCRIBE
                            : TenantTask.Kind.LOOK_UP);
        }
    }
}
