package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.apply.BatchOutcome.Dropped;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.guard.GuardArrivals;
import com.learnamp.entra.writer.guard.GuardLeavers;
import com.learnamp.entra.writer.people.Change;
import com.learnamp.entra.writer.people.LoadPeople;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.SaveLedger;
import com.learnamp.entra.writer.people.SavePeople;
import com.learnamp.entra.writer.replay.ReplayTally;
import com.learnamp.entra.writer.runs.Figure;
import com.learnamp.entra.writer.runs.RunTally;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of one company: reads whom the commands concern, decides, and writes the
 * difference. The number of statements is the same for one command and for five hundred.
 */
final class ApplyBatch {

    private final CompanyTransaction transaction;
    private final boolean trial;
    private final Instant now;
    private final People people = new People();
    private final BatchOutcome outcome = new BatchOutcome();
    private @Nullable GuardArrivals guardArrivals;
    private final Undone undone = new Undone();

    private ApplyBatch(CompanyTransaction transaction, boolean trial, Clock clock) {
        this.transaction = transaction;
        this.trial = trial;
        this.now = clock.instant();
    }

    /**
     * @param commands of the transaction's company, one for each person; all of a trial, or none
     */
    static BatchOutcome apply(
            CompanyTransaction transaction, List<UserCommand> commands, Clock clock)
            throws SQLException {
        boolean trial = commands.stream().anyMatch(command -> command.origin().isTrial());
        return new ApplyBatch(transaction, trial, clock).apply(commands);
    }

    private BatchOutcome apply(List<UserCommand> commands) throws SQLException {
        Optional<CompanySettings> settings = CompanySettings.of(transaction);
        if (settings.isEmpty()) {
            outcome.drop(Dropped.NOT_FOLLOWED, commands.size());
            return outcome;
        }
        List<UserCommand> newer = fresh(current(commands, settings.get()));
        countOlder(commands, newer);
        SparedByReplay spared = SparedByReplay.of(newer, people);
        spared.save(transaction, now);
        List<UserCommand> fresh = spared.without(newer);
        if (!fresh.isEmpty()) {
            BatchDecision decision = decide(settings.get(), fresh);
            if (trial) {
                TryBatch.save(transaction, people, decision, fresh);
            } else if (settings.get().previews()) {
                PreviewBatch.save(transaction, people, decision, fresh);
            } else {
                save(settings.get(), decision, fresh);
            }
        }
        return outcome;
    }

    private void countOlder(List<UserCommand> commands, List<UserCommand> fresh)
            throws SQLException {
        Set<UserCommand> rest = new HashSet<>(commands);
        fresh.forEach(rest::remove);
        ReplayTally tally = new ReplayTally();
        rest.forEach(tally::older);
        tally.save(transaction);
    }

    private List<UserCommand> current(List<UserCommand> commands, CompanySettings settings) {
        List<UserCommand> current =
                commands.stream()
                        .filter(command -> command.revision() >= settings.revision())
                        .toList();
        outcome.drop(Dropped.OUTDATED_SETTINGS, commands.size() - current.size());
        return current;
    }

    private List<UserCommand> fresh(List<UserCommand> commands) throws SQLException {
        if (commands.isEmpty()) {
            return commands;
        }
        load(commands);
        List<UserCommand> fresh =
                commands.stream()
                        .filter(command ->
                                people.entry(command.user().value())
                                        .map(entry -> entry.isOlderThan(command))
                                        .orElse(true))
                        .toList();
        outcome.drop(Dropped.STALE, commands.size() - fresh.size());
        return fresh;
    }

    private void load(Collection<? extends UserCommand> commands) throws SQLException {
        Set<UUID> objects = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (UserCommand command : commands) {
            objects.add(command.user().value());
            if (command instanceof UpsertUser upsert) {
                emails.add(Candidate.emailOf(upsert));
                if (upsert.manager() instanceof ManagerReading.Is is) {
                    objects.add(is.manager().value());
                }
            }
        }
        LoadPeople.concerned(transaction, people, objects, emails);
    }

    private BatchDecision decide(CompanySettings settings, List<UserCommand> fresh)
            throws SQLException {
        List<Claims.Claim> claims = claims(settings, fresh);
        GuardLeavers guard = guard(fresh);
        BatchDecision decision = new BatchDecision(settings, people, fresh, claims, guard);
        undone.read(transaction, people);
        decision.keepUndoneAddresses(undone);
        AddressHolders holders =
                AddressHolders.of(
                        transaction, people, settings.tenantRevision(), decision.rivals(), fresh);
        decision.match(holders, SavePeople.newIds(transaction, decision.unknown()).iterator());
        CustomFields customFields = CustomFields.of(transaction, decision.upserts());
        guardArrivals =
                GuardArrivals.of(
                        transaction,
                        decision.concerned(),
                        decision.wishes(customFields, undone),
                        settings.previews() || settings.opening() || SparedByReplay.isReplay(fresh),
                        now);
        decision.keepBack(guardArrivals);
        decision.decidePeople(
                trial || settings.previews()
                        ? Teams.ofPreview(transaction, decision.teams())
                        : Teams.named(transaction, decision.teams()),
                customFields,
                undone);
        Set<UUID> arrivals = decision.newlyActive();
        Collection<Long> leavers = decision.leavers();
        if (!arrivals.isEmpty() || !leavers.isEmpty()) {
            LoadPeople.reports(transaction, people, arrivals, leavers);
            undone.read(transaction, people);
        }
        decision.linkManagers(undone);
        return decision;
    }

    private GuardLeavers guard(List<UserCommand> fresh) throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        List<DeactivateUser> leaving = new ArrayList<>();
        for (UserCommand command : fresh) {
            concerned.add(command.user().value());
            if (command instanceof DeactivateUser leaver) {
                leaving.add(leaver);
            }
        }
        return GuardLeavers.of(transaction, people, concerned, leaving, now);
    }

    /** Those who wait for an address that somebody in this batch may leave. */
    private List<Claims.Claim> claims(CompanySettings settings, List<UserCommand> fresh)
            throws SQLException {
        List<Claims.Claim> claims =
                Claims.waitingFor(transaction, people, fresh).stream()
                        .filter(claim -> claim.command().revision() >= settings.revision())
                        .toList();
        if (!claims.isEmpty()) {
            load(claims.stream().map(Claims.Claim::command).toList());
        }
        return claims;
    }

    private void save(CompanySettings settings, BatchDecision decision, List<UserCommand> fresh)
            throws SQLException {
        List<Change> changes = people.changes();
        SavePeople.save(transaction, changes, now);
        SaveLedger.save(transaction, people, now);
        ManagerLoops.show(transaction, changes, now);
        undone.forget(transaction);
        decision.guard().save(transaction, decision.concerned());
        if (guardArrivals != null) {
            guardArrivals.save(transaction, decision.concerned());
        }
        Attention.raise(transaction, decision.attention(), now);
        Attention.settle(transaction, decision.concerned(), decision.attention());
        ScheduleInvitations invitations =
                new ScheduleInvitations(transaction, settings.invitations(), now);
        invitations.schedule(
                decision.invited(),
                object ->
                        settings.opening()
                                || (guardArrivals != null && guardArrivals.approved(object)));
        invitations.move(decision.arrivals());
        RunTally tally = new RunTally();
        ReplayTally replays = new ReplayTally();
        for (UserCommand command : fresh) {
            Figure figure = decision.figure(command);
            outcome.count(command, figure);
            tally.count(command, figure);
            replays.count(command, figure.label());
        }
        tally.save(transaction);
        replays.save(transaction);
    }
}
