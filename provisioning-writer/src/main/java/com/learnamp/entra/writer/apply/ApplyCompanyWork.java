package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.apply.BatchOutcome.Dropped;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.Lane;
import com.learnamp.entra.writer.relay.OutboxBell;
import com.learnamp.entra.writer.runs.EndRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Carries out what a poll brought for one company, in short transactions. One that the store
 * refuses is halved until the command is found that is to blame; that one is parked, and the others
 * are applied.
 */
@ApplicationScoped
class ApplyCompanyWork {

    private final CompanyTransactions transactions;
    private final SetAside setAside;
    private final LeaveOutErased leaveOutErased;
    private final EndRun endRun;
    private final ParkCommand parkCommand;
    private final WriterMetrics metrics;
    private final OutboxBell bell;
    private final ApplyConfig config;
    private final Clock clock;

    ApplyCompanyWork(
            CompanyTransactions transactions,
            SetAside setAside,
            LeaveOutErased leaveOutErased,
            EndRun endRun,
            ParkCommand parkCommand,
            WriterMetrics metrics,
            OutboxBell bell,
            ApplyConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.setAside = setAside;
        this.leaveOutErased = leaveOutErased;
        this.endRun = endRun;
        this.parkCommand = parkCommand;
        this.metrics = metrics;
        this.bell = bell;
        this.config = config;
        this.clock = clock;
    }

    /** Sets it aside while the company's writes stand still. */
    void apply(CompanyId company, CompanyWork work, Lane lane) {
        if (setAside.takes(company, lane)) {
            setAside.put(company, work.steps(), lane);
        } else {
            carryOut(company, work, lane);
        }
    }

    void carryOut(CompanyId company, CompanyWork work, Lane lane) {
        for (CompanyWork.Step step : work.steps()) {
            switch (step) {
                case CompanyWork.Commands commands ->
                        applyInTransactions(company, commands.commands(), lane);
                case CompanyWork.Trial trial ->
                        applyInTransactions(company, trial.commands(), lane);
                case CompanyWork.End end -> end(end, lane);
            }
        }
        metrics.dropped(Dropped.STALE, work.superseded(), lane);
    }

    private void applyInTransactions(CompanyId company, List<Received> commands, Lane lane) {
        for (int from = 0; from < commands.size(); from += config.mostPeople()) {
            int to = Math.min(commands.size(), from + config.mostPeople());
            applyOrHalve(company, commands.subList(from, to), lane);
        }
    }

    private void applyOrHalve(CompanyId company, List<Received> commands, Lane lane) {
        switch (attempt(company, commands, lane)) {
            case Attempt.Applied applied -> {
                bell.ring();
                metrics.applied(applied.outcome(), lane);
            }
            case Attempt.Refused refused when commands.size() == 1 ->
                    parkCommand.park(commands.getFirst(), refused.why(), lane);
            case Attempt.Refused refused -> {
                int middle = commands.size() / 2;
                applyOrHalve(company, commands.subList(0, middle), lane);
                applyOrHalve(company, commands.subList(middle, commands.size()), lane);
            }
        }
    }

    private Attempt attempt(CompanyId company, List<Received> commands, Lane lane) {
        List<UserCommand> user = commands.stream().map(Received::command).toList();
        return Attempt.untilTheWeatherIsGood(
                "applying commands",
                () -> transactions.run(company, lane, transaction -> apply(transaction, user)));
    }

    private BatchOutcome apply(CompanyTransaction transaction, List<UserCommand> commands)
            throws SQLException {
        List<UserCommand> rest = leaveOutErased.of(transaction, commands, clock.instant());
        BatchOutcome outcome = ApplyBatch.apply(transaction, rest, clock);
        outcome.drop(Dropped.ERASED, commands.size() - rest.size());
        return outcome;
    }

    private void end(CompanyWork.End end, Lane lane) {
        Attempt ended =
                Attempt.untilTheWeatherIsGood(
                        "ending a run",
                        () -> {
                            endRun.end(end.ended())
                                    .ifPresent(
                                            result -> metrics.ended(end.ended().trigger(), result));
                            return new BatchOutcome();
                        });
        if (ended instanceof Attempt.Refused refused) {
            parkCommand.park(end.record(), refused.why(), lane);
        }
    }
}
