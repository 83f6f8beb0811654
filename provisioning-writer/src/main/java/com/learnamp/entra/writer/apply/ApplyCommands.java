package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.ParkingLot;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.Traces;
import com.learnamp.entra.writer.company.Lane;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Makes Learn Amp's store what the commands say.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.commands.v1}, {@code provisioning.commands-bulk.v1}</td></tr>
 * <tr><td>out</td><td>the store: users, teams, ledger, history, attention, invitations, figures of
 *     runs; through its outbox {@code learnamp.user-events.v1} and {@code
 *     entra.sync-requests.v1}</td></tr>
 * <tr><td>state</td><td>the ledger: for each object the version that was applied last</td></tr>
 * <tr><td>duplicates</td><td>not newer than the ledger: dropped and counted, nothing is
 *     touched</td></tr>
 * <tr><td>order</td><td>any: the newest version wins. A run's end follows what was before it in its
 *     lane</td></tr>
 * <tr><td>permanent failure</td><td>unreadable: parked on {@code provisioning-writer.parked.v1};
 *     refused by the store: found by halving the batch, parked and shown under {@code
 *     attention}</td></tr>
 * <tr><td>transient failure</td><td>the store is away, the company is locked: the same transaction
 *     again, offsets uncommitted</td></tr>
 * </table>
 */
@ApplicationScoped
class ApplyCommands {

    private final AwaitLane awaitLane;
    private final ApplyCompanyWork company;
    private final ParkingLot parkingLot;
    private final WriterMetrics metrics;

    ApplyCommands(
            AwaitLane awaitLane,
            ApplyCompanyWork company,
            ParkingLot parkingLot,
            WriterMetrics metrics) {
        this.awaitLane = awaitLane;
        this.company = company;
        this.parkingLot = parkingLot;
        this.metrics = metrics;
    }

    @Incoming("commands")
    @Blocking("live-lane")
    void applyLive(ConsumerRecords<String, byte[]> records) {
        Traces.follow("apply", records, () -> apply(records, Lane.LIVE));
    }

    @Incoming("commands-bulk")
    @Blocking("bulk-lane")
    void applyBulk(ConsumerRecords<String, byte[]> records) {
        Traces.follow("apply", records, () -> apply(records, Lane.BULK));
    }

    private void apply(ConsumerRecords<String, byte[]> records, Lane lane) {
        awaitLane.await(lane);
        Map<CompanyId, CompanyWork> byCompany = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (MessageCodec.read(record.value(), ProvisioningCommand.class)) {
                case Parsed.Read<ProvisioningCommand> read ->
                        byCompany
                                .computeIfAbsent(
                                        read.message().company(), unseen -> new CompanyWork())
                                .add(read.message(), record);
                case Parsed.Unreadable<ProvisioningCommand> unreadable ->
                        park(record, unreadable.reason(), lane);
                case Parsed.Tombstone<ProvisioningCommand> tombstone ->
                        park(record, "it has no value", lane);
            }
        }
        byCompany.forEach((id, work) -> company.apply(id, work, lane));
    }

    private void park(ConsumerRecord<String, byte[]> record, String reason, Lane lane) {
        parkingLot.park(Topic.PARKED_BY_WRITER, record, reason);
        metrics.unreadable(lane);
    }
}
