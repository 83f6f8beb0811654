package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.mapper.MappingDecision.Ask;
import com.learnamp.entra.mapper.MappingDecision.AwaitSettings;
import com.learnamp.entra.mapper.MappingDecision.Drop;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Outgoing;
import com.learnamp.entra.messaging.ParkingLot;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.messaging.SettingsTable;
import com.learnamp.entra.messaging.TopicPublisher;
import com.learnamp.entra.messaging.Traces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read in Entra into what Learn Amp is asked to do, by the company's settings.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code entra.users.v1}, {@code entra.users-bulk.v1}; {@code
 *     entra.integrations.v1} through {@code SettingsTable}</td></tr>
 * <tr><td>out</td><td>{@code provisioning.commands.v1}, {@code provisioning.commands-bulk.v1} in
 *     the lane that the message came by; {@code provisioning.photo-commands.v1}</td></tr>
 * <tr><td>state</td><td>none: {@link Mapping} is a function of message and settings</td></tr>
 * <tr><td>duplicates</td><td>give the same commands again, with the same versions; the writer
 *     applies them once</td></tr>
 * <tr><td>order</td><td>a company's messages stay in their order, a run's end last; the two lanes
 *     do not wait for each other</td></tr>
 * <tr><td>permanent failure</td><td>unreadable, or its settings never came: parked on {@code
 *     user-mapper.parked.v1}; what can't be had in Learn Amp is a {@code RejectUser}</td></tr>
 * <tr><td>transient failure</td><td>Kafka does not take the batch: the same batch again, offsets
 *     uncommitted</td></tr>
 * </table>
 */
@ApplicationScoped
class MapUsers {

    private static final Logger LOG = Logger.getLogger(MapUsers.class);

    private final SettingsTable settings;
    private final AwaitedSettings awaitedSettings;
    private final TopicPublisher publisher;
    private final ParkingLot parkingLot;
    private final MappingFigures figures;
    private final Clock clock;

    @Inject
    MapUsers(
            SettingsTable settings,
            AwaitedSettings awaitedSettings,
            TopicPublisher publisher,
            ParkingLot parkingLot,
            MappingFigures figures) {
        this.settings = settings;
        this.awaitedSettings = awaitedSettings;
        this.publisher = publisher;
        this.parkingLot = parkingLot;
        this.figures = figures;
        this.clock = Clock.systemUTC();
    }

    @Incoming("users")
    @Blocking("live-lane")
    void mapLive(ConsumerRecords<String, byte[]> records) {
        Traces.follow("map", records, () -> map(records, Lane.LIVE));
    }

    @Incoming("users-bulk")
    @Blocking("bulk-lane")
    void mapBulk(ConsumerRecords<String, byte[]> records) {
        Traces.follow("map", records, () -> map(records, Lane.BULK));
    }

    private void map(ConsumerRecords<String, byte[]> records, Lane lane) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                map(record, lane, outgoing);
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                // A mistake of ours, for this message alone; thrown on, it would end the channel.
                LOG.errorf(
                        "a message can't be mapped lane=%s offset=%d failure=%s at=%s",
                        lane.label(), record.offset(), e.getClass(), e.getStackTrace()[0]);
                park(record, lane, "it can't be mapped: " + e.getClass().getName());
            }
        }
        flush(outgoing);
    }

    private void map(ConsumerRecord<String, byte[]> record, Lane lane, List<Outgoing> outgoing) {
        switch (MessageCodec.read(record.value(), UserMessage.class)) {
            case Parsed.Read<UserMessage> read -> {
                UserMessage message = read.message();
                IntegrationSettings known = settings.find(message.company()).orElse(null);
                carryOut(decide(message, known), message, record, lane, outgoing);
            }
            case Parsed.Unreadable<UserMessage> unreadable ->
                    park(record, lane, unreadable.reason());
            case Parsed.Tombstone<UserMessage> tombstone -> figures.erased(lane);
        }
    }

    private MappingDecision decide(UserMessage message, @Nullable IntegrationSettings known) {
        return Mapping.decide(message, known, clock.instant());
    }

    private void carryOut(
            MappingDecision decision,
            UserMessage message,
            ConsumerRecord<String, byte[]> record,
            Lane lane,
            List<Outgoing> outgoing) {
        switch (decision) {
            case Ask ask -> {
                if (ask.command() instanceof RunEnded) {
                    // In one batch with them it could come before some that Kafka refused once.
                    flush(outgoing);
                }
                outgoing.addAll(records(ask, lane));
            }
            case Drop drop -> figures.dropped(lane, drop.why());
            case AwaitSettings await -> {
                // Those before it need not wait.
                flush(outgoing);
                awaitedSettings
                        .await(message.company(), message.revision())
                        .ifPresentOrElse(
                                newer ->
                                        carryOut(
                                                decide(message, newer),
                                                message,
                                                record,
                                                lane,
                                                outgoing),
                                () ->
                                        park(
                                                record,
                                                lane,
                                                "the settings it was read with are missing"));
            }
        }
    }

    private List<Outgoing> records(Ask ask, Lane lane) {
        List<Outgoing> records = new ArrayList<>();
        records.add(Outgoing.of(lane.commands(), ask.command()));
        for (PhotoCommand photoCommand :
                triesOnly(ask) ? List.<PhotoCommand>of() : ask.photoCommands()) {
            records.add(Outgoing.of(Topic.PHOTO_COMMANDS, photoCommand));
        }
        figures.mapped(lane, ask.command());
        figures.shortened(ask.shortened());
        return records;
    }

    /** A trial of a replay is answered by the writer alone. */
    private static boolean triesOnly(Ask ask) {
        return ask.command() instanceof UserCommand command && command.origin().isTrial();
    }

    private void park(ConsumerRecord<String, byte[]> record, Lane lane, String reason) {
        parkingLot.park(Topic.PARKED_BY_MAPPER, record, reason);
        figures.parked(lane);
    }

    /** Returns when Kafka has all of them. */
    private void flush(List<Outgoing> outgoing) {
        RetryInPlace.run("publishing commands", () -> publisher.publish(outgoing));
        outgoing.clear();
    }
}
