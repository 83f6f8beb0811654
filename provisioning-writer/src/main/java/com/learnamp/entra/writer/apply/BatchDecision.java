package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.runs.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a batch of commands makes of the people whom it concerns: a pure function, in the steps
 * between which more people are read. It changes {@link People} in memory and touches no store.
 */
final class BatchDecision {

    private final CompanySettings settings;
    private final People people;
    private final List<UserCommand> commands;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<UUID, Candidate> byObject = new HashMap<>();
    private final Map<String, DeactivateUser> leavers = new HashMap<>();
    private final List<Attention> attention = new ArrayList<>();

    /**
     * @param commands the newest of each person, and newer than what the ledger has
     * @param claims commands of others, applied before but for their addresses
     */
    BatchDecision(
            CompanySettings settings,
            People people,
            List<UserCommand> commands,
            List<UpsertUser> claims) {
        this.settings = settings;
        this.people = people;
        this.commands = commands;
        commands.stream()
                .filter(UpsertUser.class::isInstance)
                .map(UpsertUser.class::cast)
                .forEach(upsert -> candidates.add(Candidate.of(upsert)));
        claims.forEach(claim -> candidates.add(Candidate.ofClaim(claim)));
        candidates.forEach(candidate -> byObject.put(candidate.object(), candidate));
    }

    /** For how many there may have to be somebody new. */
    int unknown() {
        return (int)
                candidates.stream()
                        .filter(candidate -> people.boundTo(candidate.object()).isEmpty())
                        .count();
    }

    void match(Iterator<Long> newIds) {
        MatchPeople.match(candidates, people, newIds);
        candidates.removeIf(candidate -> candidate.isClaim() && !candidate.addressGranted());
    }

    /** The teams that people shall be in. */
    Set<String> teams() {
        Set<String> names = new TreeSet<>();
        for (Candidate candidate : candidates) {
            String name = candidate.command().fields().primaryTeamName();
            if (name != null && candidate.person().isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Everything but manager links. */
    void decidePeople(Map<String, Long> teams) {
        SetFields setFields = new SetFields(settings, teams);
        candidates.forEach(candidate -> decide(candidate, setFields));
        commands.stream().sorted(Comparator.comparing(UserCommand::version)).forEach(this::decide);
    }

    private void decide(Candidate candidate, SetFields setFields) {
        LedgerEntry entry = inScope(candidate);
        Optional<Person> person = candidate.person();
        if (person.isPresent()) {
            people.add(person.get());
            entry = setFields.of(candidate, person.get(), entry);
        } else {
            entry = entry.withClaim(candidate.email());
        }
        people.put(entry);
        if (!candidate.addressGranted()) {
            attention.add(
                    Attention.retryable(
                            candidate.command(), AttentionReason.EMAIL_TAKEN, candidate.email()));
        }
    }

    private LedgerEntry inScope(Candidate candidate) {
        LedgerEntry entry =
                LedgerEntry.after(
                        candidate.command(),
                        LedgerEntry.State.IN_SCOPE,
                        people.entry(candidate.object()));
        return candidate.manager() instanceof ManagerReading.NotRead
                ? entry
                : entry.withManager(candidate.manager());
    }

    private void decide(UserCommand command) {
        switch (command) {
            case UpsertUser upsert -> {
                // Decided together with the other candidates.
            }
            case DeactivateUser deactivate -> {
                leave(command, LedgerEntry.State.OUT_OF_SCOPE);
                people.boundTo(command.user().value())
                        .filter(Person::isActive)
                        .ifPresent(person -> deactivate(deactivate, person));
            }
            case RejectUser reject -> {
                leave(command, LedgerEntry.State.REJECTED);
                attention.add(Attention.of(command, AttentionReason.of(reject.reason()), null));
            }
        }
    }

    private void leave(UserCommand command, LedgerEntry.State state) {
        UUID object = command.user().value();
        LedgerEntry entry = LedgerEntry.after(command, state, people.entry(object));
        people.put(people.boundTo(object).map(person -> entry.withUser(person.id())).orElse(entry));
    }

    private void deactivate(DeactivateUser command, Person person) {
        if (EndMembership.deactivate(command, person, people)) {
            leavers.put(Long.toString(person.id()), command);
        } else {
            attention.add(Attention.of(command, AttentionReason.LAST_OWNER, null));
        }
    }

    /** Whose reports must be known before managers can be linked: those who have become active. */
    Map<UUID, Candidate> arrivals() {
        Map<UUID, Candidate> arrivals = new HashMap<>();
        for (Candidate candidate : candidates) {
            candidate
                    .person()
                    .filter(person -> !person.wasActive() || !wasBound(candidate))
                    .ifPresent(person -> arrivals.put(candidate.object(), candidate));
        }
        return arrivals;
    }

    private boolean wasBound(Candidate candidate) {
        return people.storedEntry(candidate.object()).map(LedgerEntry::userId).isPresent();
    }

    /** Likewise: those who have been deactivated. */
    Collection<Long> leavers() {
        return leavers.keySet().stream().map(Long::valueOf).toList();
    }

    void linkManagers() {
        EndMembership.handOverReports(leavers, people);
        if (!settings.assignsManagers()) {
            return;
        }
        LinkManagers link = new LinkManagers(people);
        for (Candidate candidate : candidates) {
            candidate.person().ifPresent(person -> link.upwards(candidate, person));
        }
        link.downwards(arrivals());
    }

    List<Attention> attention() {
        return attention;
    }

    /** Everybody about whom something newer is known now. */
    Set<UUID> concerned() {
        Set<UUID> objects = new TreeSet<>();
        commands.forEach(command -> objects.add(command.user().value()));
        candidates.forEach(candidate -> objects.add(candidate.object()));
        return objects;
    }

    /** Those who are new and shall be invited, by what they came with. */
    List<Candidate> invited() {
        return candidates.stream()
                .filter(candidate -> candidate.match() == Candidate.Match.CREATED)
                .filter(candidate -> settings.invites(candidate.command()))
                .toList();
    }

    /** What became of a command. */
    Figure figure(UserCommand command) {
        return switch (command) {
            case UpsertUser upsert -> figure(upsert);
            case DeactivateUser deactivate ->
                    leavers.containsValue(deactivate) ? Figure.DEACTIVATED : Figure.UNCHANGED;
            case RejectUser reject -> Figure.REJECTED;
        };
    }

    private Figure figure(UpsertUser upsert) {
        Candidate candidate = Objects.requireNonNull(byObject.get(upsert.user().value()));
        Optional<Person> person = candidate.person();
        if (person.isEmpty()) {
            return Figure.REJECTED;
        }
        return switch (candidate.match()) {
            case CREATED -> Figure.CREATED;
            case LINKED -> Figure.LINKED;
            case BOUND, WAITING -> figure(person.get());
        };
    }

    private static Figure figure(Person person) {
        if (!person.wasActive()) {
            return Figure.REACTIVATED;
        }
        return person.change().isPresent() ? Figure.UPDATED : Figure.UNCHANGED;
    }
}
