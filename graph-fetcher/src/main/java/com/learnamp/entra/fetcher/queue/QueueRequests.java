package com.learnamp.entra.fetcher.queue;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.SyncRequest.CheckConnection;
import com.learnamp.entra.contracts.SyncRequest.ExplainPerson;
import com.learnamp.entra.contracts.SyncRequest.ForgetUser;
import com.learnamp.entra.contracts.SyncRequest.FullSync;
import com.learnamp.entra.contracts.SyncRequest.LookUpUser;
import com.learnamp.entra.contracts.SyncRequest.ReadSample;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.fetcher.connection.CheckConnections;
import com.learnamp.entra.fetcher.connection.PendingChecks;
import com.learnamp.entra.fetcher.explain.ExplainPeople;
import com.learnamp.entra.fetcher.lease.DirectoryStore;
import com.learnamp.entra.fetcher.lease.TenantTask;
import com.learnamp.entra.fetcher.lease.WakeUps;
import com.learnamp.entra.fetcher.lookup.ForgetErased;
import com.learnamp.entra.fetcher.lookup.Hint;
import com.learnamp.entra.fetcher.lookup.PendingLookUps;
import com.learnamp.entra.fetcher.roster.MappedAttributes;
import com.learnamp.entra.fetcher.run.Listings;
import com.learnamp.entra.fetcher.sample.ReadSamples;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.ParkingLot;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.messaging.SettingsTable;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What the console asks for becomes rows.
 *
 * <table>
 * <caption>Flow</caption>
 * <tr><td>in</td><td>{@code entra.sync-requests.v1}, in any process</td></tr>
 * <tr><td>out</td><td>{@code directory.listings}, {@code pending_lookup}, {@code pending_check};
 *     of somebody who was erased nothing is left</td></tr>
 * <tr><td>state</td><td>none</td></tr>
 * <tr><td>duplicates</td><td>a run and a check have ids, look-ups coalesce</td></tr>
 * <tr><td>order</td><td>irrelevant; settings that a request names are awaited</td></tr>
 * <tr><td>permanent failure</td><td>parked, also where no such settings ever come</td></tr>
 * <tr><td>transient failure</td><td>retried in place</td></tr>
 * </table>
 */
@ApplicationScoped
class QueueRequests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DirectoryStore store;
    private final Listings listings;
    private final PendingLookUps pending;
    private final PendingChecks checks;
    private final CheckConnections checkConnections;
    private final ReadSamples readSamples;
    private final ForgetErased forgetErased;
    private final ExplainPeople explainPeople;
    private final SettingsTable settings;
    private final ParkingLot parking;
    private final WakeUps wakeUps;
    private final Clock clock;

    QueueRequests(
            DirectoryStore store,
            Listings listings,
            PendingLookUps pending,
            PendingChecks checks,
            CheckConnections checkConnections,
            ReadSamples readSamples,
            ForgetErased forgetErased,
            ExplainPeople explainPeople,
            SettingsTable settings,
            ParkingLot parking,
            WakeUps wakeUps,
            Clock clock) {
        this.store = store;
        this.listings = listings;
        this.pending = pending;
        this.checks = checks;
        this.checkConnections = checkConnections;
        this.readSamples = readSamples;
        this.forgetErased = forgetErased;
        this.explainPeople = explainPeople;
        this.settings = settings;
        this.parking = parking;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @Incoming("sync-requests")
    @Blocking("sync-requests")
    void queue(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (MessageCodec.read(record.value(), SyncRequest.class)) {
                case Parsed.Read<SyncRequest>(SyncRequest request) -> queue(record, request);
                case Parsed.Unreadable<SyncRequest>(String reason) ->
                        parking.park(Topic.PARKED_BY_FETCHER, record, reason);
                case Parsed.Tombstone<SyncRequest> nothing -> {}
            }
        }
    }

    private void queue(ConsumerRecord<String, byte[]> record, SyncRequest request) {
        switch (request) {
            case CheckConnection check -> {
                write(connection -> checks.queue(connection, check));
                checkConnections.answerPending();
            }
            case ReadSample sample -> readSamples.read(sample);
            case ForgetUser erased -> forgetErased.forget(erased);
            case ExplainPerson question ->
                    explainPeople.explain(
                            question,
                            settings.find(question.company())
                                    .map(MappedAttributes::named)
                                    .orElse(List.of()));
            case FullSync sync ->
                    withSettings(record, sync, sync.revision())
                            .ifPresent(company -> queue(sync, company));
            case LookUpUser lookUp ->
                    withSettings(record, lookUp, 1).ifPresent(company -> queue(lookUp, company));
        }
    }

    private Optional<IntegrationSettings> withSettings(
            ConsumerRecord<String, byte[]> record, SyncRequest request, long revision) {
        Optional<IntegrationSettings> company =
                settings.awaitRevision(request.company(), revision, PATIENCE);
        if (company.isEmpty()) {
            parking.park(
                    Topic.PARKED_BY_FETCHER, record, "the settings that it names did not come");
        }
        return company;
    }

    private void queue(FullSync sync, IntegrationSettings company) {
        write(connection -> listings.queue(connection, sync, company));
        wakeUps.wake(company.tenant(), TenantTask.Kind.LIST);
    }

    private void queue(LookUpUser lookUp, IntegrationSettings company) {
        if (company.status() == IntegrationSettings.Status.DISCONNECTED) {
            return; // Nobody of a disconnected company is looked at.
        }
        Hint hint =
                new Hint(
                        company.tenant(),
                        lookUp.user(),
                        Hint.Kind.USER,
                        switch (lookUp.reason()) {
                            case ADMIN -> Origin.Cause.ADMIN;
                            case UNTOUCHED_BY_RUN, KEPT_BACK -> Origin.Cause.RECHECK;
                        },
                        company.company(),
                        lookUp.requestedAt(),
                        clock.instant());
        write(connection -> pending.add(connection, List.of(hint)));
        wakeUps.wake(company.tenant(), TenantTask.Kind.LOOK_UP);
    }

    private void write(Row row) {
        RetryInPlace.run(
                "queueing a request",
                () ->
                        store.transaction(connection -> {
                            row.write(connection);
                            return true;
                        }));
    }

    @FunctionalInterface
    private interface Row {
        void write(Connection connection) throws SQLException;
    }
}
