package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.messaging.ParkingLot;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.Lane;
import com.learnamp.entra.writer.runs.Figure;
import com.learnamp.entra.writer.runs.RunTally;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts aside the one command that can't be applied, where an admin sees it. */
@ApplicationScoped
class ParkCommand {

    private final CompanyTransactions transactions;
    private final ParkingLot parkingLot;
    private final WriterMetrics metrics;
    private final Clock clock;

    ParkCommand(
            CompanyTransactions transactions,
            ParkingLot parkingLot,
            WriterMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.parkingLot = parkingLot;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param why in words, without personal data
     */
    void park(Received received, String why, Lane lane) {
        if (received.command().origin().isTrial()) {
            metrics.parked(lane);
            return;
        }
        Attempt.untilTheWeatherIsGood(
                "parking a command",
                () ->
                        transactions.run(
                                received.command().company(),
                                transaction -> show(transaction, received.command(), why)));
        park(received.record(), why, lane);
    }

    /** For what is about no person: on the topic alone. */
    void park(ConsumerRecord<String, byte[]> record, String why, Lane lane) {
        parkingLot.park(Topic.PARKED_BY_WRITER, record, why);
        metrics.parked(lane);
    }

    private BatchOutcome show(CompanyTransaction transaction, UserCommand command, String why)
            throws SQLException {
        Attention failed = Attention.retryable(command, AttentionReason.COMMAND_FAILED, why);
        if (Attention.raise(transaction, List.of(failed), clock.instant()) > 0) {
            RunTally tally = new RunTally();
            tally.count(command, Figure.PARKED);
            tally.save(transaction);
        }
        return new BatchOutcome();
    }
}
