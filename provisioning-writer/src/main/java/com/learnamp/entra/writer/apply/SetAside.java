package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.Lane;
import com.learnamp.entra.writer.company.StoreUnavailable;
import com.learnamp.entra.writer.people.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came for a company while its writes stand still: of each person the newest command. */
@ApplicationScoped
class SetAside {

    private static final String TAKES = "SELECT provisioning.sets_aside(?, ?)";

    private static final String PUT =
            """
            INSERT INTO provisioning.set_aside AS s (
                company_id, lane, subject, partition, record_offset, record_key, payload, epoch, counter, since)
            SELECT ?, ?, r.subject, r.partition, r.record_offset, r.record_key, decode(r.payload, 'base64'), r.epoch,
                   r.counter, ?
            FROM jsonb_to_recordset(?::jsonb) AS r(
                subject uuid, partition integer, record_offset bigint, record_key text, payload text, epoch bigint,
                counter bigint)
            ON CONFLICT (company_id, lane, subject) DO UPDATE
            SET partition = excluded.partition, record_offset = excluded.record_offset, payload = excluded.payload,
                epoch = excluded.epoch, counter = excluded.counter
            WHERE (s.epoch, s.counter) < (excluded.epoch, excluded.counter)
            """;

    private static final String NEXT =
            """
            SELECT partition, record_offset, record_key, payload FROM provisioning.set_aside
            WHERE company_id = ? AND lane = ? ORDER BY position LIMIT ?
            """;

    /** What is newer by now stays. */
    private static final String DONE =
            """
            DELETE FROM provisioning.set_aside s
            USING jsonb_to_recordset(?::jsonb) AS r(subject uuid, epoch bigint, counter bigint)
            WHERE s.company_id = ? AND s.lane = ? AND s.subject = r.subject
              AND (s.epoch, s.counter) <= (r.epoch, r.counter)
            """;

    private final DataSource store;
    private final CompanyTransactions transactions;
    private final Clock clock;

    SetAside(DataSource store, CompanyTransactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether what comes for the company is set aside now. */
    boolean takes(CompanyId company, Lane lane) {
        return RetryInPlace.untilItSucceeds("pauses", () -> asked(company, lane));
    }

    private boolean asked(CompanyId company, Lane lane) {
        try (Connection connection = store.getConnection();
                PreparedStatement ask = connection.prepareStatement(TAKES)) {
            ask.setLong(1, company.value());
            ask.setString(2, lane.label());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(e);
        }
    }

    void put(CompanyId company, List<CompanyWork.Step> steps, Lane lane) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CompanyWork.Step step : steps) {
            switch (step) {
                case CompanyWork.Commands commands ->
                        commands.commands()
                                .forEach(one -> rows.add(row(one.command(), one.record())));
                case CompanyWork.End end -> rows.add(row(end.ended(), end.record()));
                case CompanyWork.Trial trial -> {
                    // Changes nothing, and is done at once.
                }
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        RetryInPlace.run(
                "setting commands aside",
                () ->
                        transactions.run(
                                company,
                                lane,
                                transaction ->
                                        transaction.update(
                                                PUT,
                                                company,
                                                lane.label(),
                                                clock.instant(),
                                                Json.of(rows))));
    }

    List<ConsumerRecord<String, byte[]>> next(CompanyId company, Lane lane, int most) {
        return transactions.run(
                company,
                lane,
                transaction ->
                        transaction.query(
                                NEXT, row -> record(row, lane), company, lane.label(), most));
    }

    /**
     * @return how many wait no more
     */
    int done(CompanyId company, Lane lane, List<ConsumerRecord<String, byte[]>> records) {
        List<Map<String, Object>> rows =
                records.stream()
                        .map(record ->
                                MessageCodec.read(record.value(), ProvisioningCommand.class)
                                                instanceof Parsed.Read<ProvisioningCommand> read
                                        ? row(read.message(), record)
                                        : null)
                        .filter(row -> row != null)
                        .toList();
        return transactions.run(
                company,
                lane,
                transaction -> transaction.update(DONE, Json.of(rows), company, lane.label()));
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row, Lane lane)
            throws SQLException {
        Topic topic = lane == Lane.LIVE ? Topic.COMMANDS : Topic.COMMANDS_BULK;
        return new ConsumerRecord<>(
                topic.topicName(),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("record_key"),
                row.getBytes("payload"));
    }

    private static Map<String, Object> row(
            ProvisioningCommand command, ConsumerRecord<String, byte[]> record) {
        Map<String, Object> row = new HashMap<>();
        row.put("subject", subject(command));
        row.put("partition", record.partition());
        row.put("record_offset", record.offset());
        row.put("record_key", record.key());
        row.put("payload", record.value());
        row.put("epoch", version(command).epoch());
        row.put("counter", version(command).counter());
        return row;
    }

    private static UUID subject(ProvisioningCommand command) {
        return switch (command) {
            case UserCommand user -> user.user().value();
            case RunEnded ended -> ended.run().value();
        };
    }

    private static Version version(ProvisioningCommand command) {
        return switch (command) {
            case UserCommand user -> user.version();
            case RunEnded ended -> ended.firstVersion();
        };
    }
}
