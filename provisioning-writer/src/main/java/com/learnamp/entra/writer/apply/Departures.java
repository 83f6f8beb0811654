package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.guard.GuardLeavers;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.runs.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Those of a batch who leave, and those whom Learn Amp can't have as Entra has them. */
final class Departures {

    private final People people;
    private final GuardLeavers guard;
    private final Map<String, DeactivateUser> leavers = new HashMap<>();

    Departures(People people, GuardLeavers guard) {
        this.people = people;
        this.guard = guard;
    }

    /**
     * In the order of the versions, so that of two Owners the one who left first goes.
     *
     * @return who needs a person's eye
     */
    List<Attention> decide(List<UserCommand> commands) {
        List<Attention> attention = new ArrayList<>();
        commands.stream()
                .sorted(Comparator.comparing(UserCommand::version))
                .forEach(command -> decide(command, attention));
        return attention;
    }

    private void decide(UserCommand command, List<Attention> attention) {
        switch (command) {
            case UpsertUser upsert -> {
                // Arrives.
            }
            case DeactivateUser deactivate -> {
                note(command, LedgerEntry.State.OUT_OF_SCOPE);
                people.boundTo(command.user().value())
                        .filter(Person::isActive)
                        .ifPresent(person -> deactivate(deactivate, person, attention));
            }
            case RejectUser reject -> {
                note(command, LedgerEntry.State.REJECTED);
                attention.add(Attention.naming(reject));
            }
        }
    }

    private void note(UserCommand command, LedgerEntry.State state) {
        UUID object = command.user().value();
        LedgerEntry entry = LedgerEntry.after(command, state, people.entry(object));
        people.put(people.boundTo(object).map(person -> entry.withUser(person.id())).orElse(entry));
    }

    private void deactivate(DeactivateUser command, Person person, List<Attention> attention) {
        if (EndMembership.isLastOwner(person, people)) {
            attention.add(Attention.of(command, AttentionReason.LAST_OWNER, null));
        } else if (guard.lets(command, person)) {
            EndMembership.deactivate(command, person);
            leavers.put(Long.toString(person.id()), command);
        }
    }

    /** Learn Amp's ids of those who have been deactivated. */
    Collection<Long> leavers() {
        return leavers.keySet().stream().map(Long::valueOf).toList();
    }

    void handOverReports() {
        EndMembership.handOverReports(leavers, people);
    }

    Figure figure(DeactivateUser command) {
        if (guard.waits(command)) {
            return Figure.WAITING;
        }
        return leavers.containsValue(command) ? Figure.DEACTIVATED : Figure.UNCHANGED;
    }
}
