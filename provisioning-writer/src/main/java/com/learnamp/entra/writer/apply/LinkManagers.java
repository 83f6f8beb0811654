package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links people to their managers in both directions, whichever of the two comes first: from the
 * person to the manager whom Entra names, and from a manager who has just become active to
 * everybody whose last reading names him. Only an active user of the company is anybody's manager.
 */
final class LinkManagers {

    private final People people;
    private final Undone undone;

    /**
     * @param undone links that must not be made again
     */
    LinkManagers(People people, Undone undone) {
        this.people = people;
        this.undone = undone;
    }

    /** From a person to his manager. */
    void upwards(Candidate candidate, Person person) {
        LedgerEntry entry = people.entry(candidate.object()).orElseThrow();
        Cause cause = candidate.cause();
        switch (candidate.manager()) {
            case ManagerReading.Is is ->
                    people.put(linked(person, entry, is.manager().value(), cause));
            case ManagerReading.None none when candidate.keepsValues() -> {
                // Of too many people values would be cleared: his manager stays.
            }
            case ManagerReading.None none -> people.put(set(person, entry, null, cause));
            case ManagerReading.NotRead notRead -> {
                if (!person.wasActive() && entry.manager() instanceof ManagerReading.Is known) {
                    people.put(linked(person, entry, known.manager().value(), cause));
                }
            }
        }
    }

    /**
     * From managers who have just become active to those who name them.
     *
     * @param managers by object id
     */
    void downwards(Map<UUID, Candidate> managers) {
        for (LedgerEntry entry : people.ledger()) {
            @Nullable Candidate manager = namedBy(entry).map(managers::get).orElse(null);
            if (manager != null && entry.state() == LedgerEntry.State.IN_SCOPE) {
                people.boundTo(entry.object())
                        .filter(Person::isActive)
                        .ifPresent(report -> link(report, entry, manager));
            }
        }
    }

    /** Nobody manages himself, whatever Entra says. */
    private void link(Person report, LedgerEntry entry, Candidate manager) {
        if (manager.object().equals(entry.object())) {
            return;
        }
        Cause cause = Cause.of(manager.command(), "manager_active");
        people.put(link(report, entry, manager.person().orElseThrow(), cause));
    }

    private LedgerEntry linked(Person person, LedgerEntry entry, UUID manager, Cause cause) {
        if (manager.equals(entry.object())) {
            return set(person, entry, null, cause);
        }
        Optional<Person> found = people.boundTo(manager).filter(Person::isActive);
        if (found.isPresent()) {
            return link(person, entry, found.get(), cause);
        }
        // Nobody here: what an earlier manager left goes, the Owner who stands in for this one
        // stays.
        Optional<UUID> before = people.storedEntry(entry.object()).flatMap(LinkManagers::namedBy);
        return before.equals(Optional.of(manager)) ? entry : set(person, entry, null, cause);
    }

    private LedgerEntry link(Person person, LedgerEntry entry, Person manager, Cause cause) {
        return set(person, entry, Long.toString(manager.id()), cause);
    }

    private LedgerEntry set(
            Person person, LedgerEntry entry, @Nullable String manager, Cause cause) {
        return undone.forbids(person, UserField.MANAGER, manager)
                ? entry
                : SetFields.set(person, entry, UserField.MANAGER, manager, cause);
    }

    private static Optional<UUID> namedBy(LedgerEntry entry) {
        return entry.manager() instanceof ManagerReading.Is is
                ? Optional.of(is.manager().value())
                : Optional.empty();
    }
}
