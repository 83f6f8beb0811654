package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.guard.GuardArrivals;
import com.learnamp.entra.writer.guard.GuardLeavers;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.runs.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a batch of commands makes of the people whom it concerns: a pure function, in steps between
 * which more people are read. It changes {@link People} in memory and touches no store.
 */
final class BatchDecision {

    private final CompanySettings settings;
    private final People people;
    private final List<UserCommand> commands;
    private final Arrivals arrivals;
    private final Departures departures;
    private final GuardLeavers guard;
    private final List<Attention> attention = new ArrayList<>();

    /**
     * @param commands the newest of each person, and newer than what the ledger has
     * @param claims commands of others, applied before but for their addresses
     * @param guard of those who leave
     */
    BatchDecision(
            CompanySettings settings,
            People people,
            List<UserCommand> commands,
            List<Claims.Claim> claims,
            GuardLeavers guard) {
        this.settings = settings;
        this.people = people;
        this.commands = commands;
        List<UpsertUser> upserts =
                commands.stream()
                        .filter(UpsertUser.class::isInstance)
                        .map(UpsertUser.class::cast)
                        .toList();
        this.arrivals = new Arrivals(settings, people, upserts, claims);
        this.departures = new Departures(people, guard);
        this.guard = guard;
    }

    /** For how many there may have to be somebody new. */
    int unknown() {
        return arrivals.unknown();
    }

    void match(AddressHolders holders, Iterator<Long> newIds) {
        arrivals.match(holders, newIds);
    }

    /** Those in scope whose address somebody has of whom this batch brings nothing new. */
    Set<UUID> rivals() {
        return arrivals.rivals();
    }

    /** What is to be applied to those in scope. */
    List<UpsertUser> upserts() {
        return arrivals.candidates().stream().map(Candidate::command).toList();
    }

    /** What the guard of those who arrive has to let through. */
    List<GuardArrivals.Wish> wishes(CustomFields customFields, Undone undone) {
        return arrivals.wishes(customFields, undone);
    }

    void keepBack(GuardArrivals guardArrivals) {
        arrivals.keepBack(guardArrivals);
    }

    /** Whoever's address was put back keeps it, whatever Entra says once more. */
    void keepUndoneAddresses(Undone undone) {
        arrivals.keepUndoneAddresses(undone);
    }

    /** The teams that people shall be in. */
    Set<String> teams() {
        return arrivals.teams();
    }

    /**
     * Everything but manager links.
     *
     * @param teams by the name that was asked for
     * @param undone what must not be done again
     */
    void decidePeople(Map<String, Long> teams, CustomFields customFields, Undone undone) {
        attention.addAll(arrivals.decide(teams, customFields, undone));
        attention.addAll(departures.decide(commands));
    }

    /** Whose reports must be known before managers can be linked. */
    Set<UUID> newlyActive() {
        return arrivals.newlyActive().keySet();
    }

    /** Likewise: those who have been deactivated. */
    Collection<Long> leavers() {
        return departures.leavers();
    }

    /** And asks about everything that was undone and that Entra says still. */
    void linkManagers(Undone undone) {
        departures.handOverReports();
        if (settings.assignsManagers()) {
            LinkManagers link = new LinkManagers(people, undone);
            for (Candidate candidate : arrivals.candidates()) {
                candidate.person().ifPresent(person -> link.upwards(candidate, person));
            }
            link.downwards(arrivals.newlyActive());
        }
        attention.addAll(arrivals.askAbout(undone));
    }

    List<Attention> attention() {
        return attention;
    }

    /** Everybody about whom something newer is known now. */
    Set<UUID> concerned() {
        Set<UUID> objects = new TreeSet<>();
        commands.forEach(command -> objects.add(command.user().value()));
        arrivals.candidates().forEach(candidate -> objects.add(candidate.object()));
        return objects;
    }

    /** Everybody in scope. */
    Collection<Candidate> arrivals() {
        return arrivals.candidates();
    }

    /** Those who are new and shall be invited. */
    List<Candidate> invited() {
        return arrivals.invited();
    }

    /** Somebody in scope, on his way to the person who he is. */
    Candidate candidate(UpsertUser command) {
        return arrivals.candidate(command);
    }

    /** What keeps some of those who leave. */
    GuardLeavers guard() {
        return guard;
    }

    /** What became of a command. */
    Figure figure(UserCommand command) {
        return switch (command) {
            case UpsertUser upsert -> arrivals.figure(upsert);
            case DeactivateUser deactivate -> departures.figure(deactivate);
            case RejectUser reject -> Figure.REJECTED;
        };
    }
}
