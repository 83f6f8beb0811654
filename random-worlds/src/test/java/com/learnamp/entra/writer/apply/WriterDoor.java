package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.TransactionsDoor;
import com.learnamp.entra.writer.runs.EndRun;
import com.learnamp.entra.writer.runs.EndRunDoor;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the writer does with a poll of one company, for tests that go through several services. */
public final class WriterDoor {

    private static final ConsumerRecord<String, byte[]> RECORD =
            new ConsumerRecord<>("commands", 0, 0, "key", new byte[0]);

    private final CompanyTransactions transactions;
    private final EndRun endRun;
    private final Clock clock;

    public WriterDoor(DataSource store, Clock clock) {
        this.transactions = TransactionsDoor.of(store);
        this.endRun = EndRunDoor.of(transactions, clock);
        this.clock = clock;
    }

    public void apply(CompanyId company, List<ProvisioningCommand> poll) {
        for (CompanyWork.Step step : steps(poll)) {
            switch (step) {
                case CompanyWork.Commands commands ->
                        transactions.run(
                                company,
                                transaction ->
                                        ApplyBatch.apply(transaction, users(commands), clock));
                case CompanyWork.Trial trial ->
                        throw new IllegalStateException("nobody tries anything here");
                case CompanyWork.End end -> endRun.end(end.ended());
            }
        }
    }

    /** Is killed when everything is written, and nothing committed. */
    public void crash(CompanyId company, List<ProvisioningCommand> poll) {
        for (CompanyWork.Step step : steps(poll)) {
            if (step instanceof CompanyWork.Commands commands) {
                try {
                    transactions.run(
                            company,
                            transaction -> {
                                ApplyBatch.apply(transaction, users(commands), clock);
                                throw new Killed();
                            });
                } catch (Killed killed) {
                    return;
                }
            }
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static List<CompanyWork.Step> steps(List<ProvisioningCommand> poll) {
        CompanyWork work = new CompanyWork();
        for (ProvisioningCommand command : poll) {
            switch (command) {
                case UserCommand user -> work.add(new Received(user, RECORD));
                case RunEnded ended -> work.add(ended, RECORD);
            }
        }
        return work.steps();
    }

    private static List<UserCommand> users(CompanyWork.Commands commands) {
        return commands.commands().stream().map(Received::command).toList();
    }
}
