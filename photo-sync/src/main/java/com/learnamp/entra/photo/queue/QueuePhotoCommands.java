package com.learnamp.entra.photo.queue;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.RecordKey;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.ParkingLot;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.messaging.SettingsTable;
import com.learnamp.entra.messaging.Traces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Writes photo commands down, so that no partition waits for Graph.
 *
 * <table>
 *   <caption>Face of the flow</caption>
 *   <tr><td>in</td><td>{@code provisioning.photo-commands.v1}</td></tr>
 *   <tr><td>out</td><td>{@code provisioning.photo_lookups}</td></tr>
 *   <tr><td>state</td><td>none of its own</td></tr>
 *   <tr><td>duplicates</td><td>change nothing: only a newer version moves a row</td></tr>
 *   <tr><td>order</td><td>the version's, not the partition's</td></tr>
 *   <tr><td>permanent failure</td><td>unreadable bytes are parked; commands of a company that is not followed are dropped</td></tr>
 *   <tr><td>transient failure</td><td>waited out in place</td></tr>
 * </table>
 */
@ApplicationScoped
class QueuePhotoCommands {

    private static final Duration PATIENCE_FOR_SETTINGS = Duration.ofSeconds(10);

    private final AskedPhotos queue;
    private final SettingsTable settings;
    private final ParkingLot parkingLot;

    QueuePhotoCommands(AskedPhotos queue, SettingsTable settings, ParkingLot parkingLot) {
        this.queue = queue;
        this.settings = settings;
        this.parkingLot = parkingLot;
    }

    @Incoming("photo-commands")
    @Blocking
    void queue(ConsumerRecords<String, byte[]> records) {
        Traces.follow("queue photo", records, () -> queueAll(records));
    }

    private void queueAll(ConsumerRecords<String, byte[]> records) {
        Map<RecordKey, PhotoCommand> newest = new LinkedHashMap<>();
        Map<CompanyId, EntraTenantId> tenants = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (MessageCodec.read(record.value(), PhotoCommand.class)) {
                case Parsed.Read<PhotoCommand>(PhotoCommand command) ->
                        followed(command)
                                .ifPresent(tenant -> {
                                    tenants.put(command.company(), tenant);
                                    newest.merge(command.key(), command, this::newer);
                                });
                case Parsed.Unreadable<PhotoCommand>(String reason) ->
                        parkingLot.park(Topic.PARKED_BY_PHOTO_SYNC, record, reason);
                case Parsed.Tombstone<PhotoCommand> nothing ->
                        parkingLot.park(Topic.PARKED_BY_PHOTO_SYNC, record, "it has no value");
            }
        }
        if (!newest.isEmpty()) {
            RetryInPlace.run("queueing photos", () -> queue.ask(newest.values(), tenants));
        }
    }

    /** The tenant of the command's company, if the company is followed at all. */
    private Optional<EntraTenantId> followed(PhotoCommand command) {
        return settings.awaitRevision(command.company(), command.revision(), PATIENCE_FOR_SETTINGS)
                .or(() -> settings.find(command.company()))
                .filter(found -> found.status() == IntegrationSettings.Status.ACTIVE)
                .map(IntegrationSettings::tenant);
    }

    private PhotoCommand newer(PhotoCommand one, PhotoCommand other) {
        return other.version().isNewerThan(one.version()) ? other : one;
    }
}
