package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.writer.people.Cause;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import com.learnamp.entra.writer.people.UserStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deactivates, as Learn Amp does: team memberships end, and those whom the person manages go to the
 * Owner. The last active Owner stays, whatever Entra says.
 */
final class EndMembership {

    private EndMembership() {}

    /** Without him nobody could administer the company. */
    static boolean isLastOwner(Person person, People people) {
        List<Person> owners = people.activeOwners();
        return owners.size() == 1 && owners.getFirst() == person;
    }

    static void deactivate(DeactivateUser command, Person person) {
        Cause cause = cause(command);
        person.set(UserField.STATUS_BEFORE_DEACTIVATION, person.get(UserField.STATUS), cause);
        person.set(UserField.STATUS, UserStatus.DEACTIVATED, cause);
        person.set(UserField.PRIMARY_TEAM, null, cause);
        person.set(UserField.SECONDARY_TEAMS, null, cause);
    }

    /**
     * After everybody who leaves has left, so that nobody is handed to somebody who leaves too.
     *
     * @param leavers by their user id, as text
     */
    static void handOverReports(Map<String, DeactivateUser> leavers, People people) {
        List<Person> owners = people.activeOwners();
        for (Person report : people.all()) {
            @Nullable String manager = report.get(UserField.MANAGER);
            @Nullable DeactivateUser command = manager == null ? null : leavers.get(manager);
            if (manager != null && command != null) {
                @Nullable String owner = ownerFor(report, owners);
                report.set(UserField.MANAGER, owner, Cause.of(command, "manager_deactivated"));
                rememberOwner(report, manager, owner, people);
            }
        }
    }

    /** Nobody manages himself. */
    private static @Nullable String ownerFor(Person report, List<Person> owners) {
        return owners.stream()
                .findFirst()
                .filter(owner -> owner != report)
                .map(owner -> Long.toString(owner.id()))
                .orElse(null);
    }

    /** A link that this integration wrote stays its own: Entra can still clear it. */
    private static void rememberOwner(
            Person report, String left, @Nullable String owner, People people) {
        Optional<LedgerEntry> entry = report.entraObject().flatMap(people::entry);
        entry.filter(ours -> left.equals(ours.written(UserField.MANAGER)))
                .ifPresent(ours -> people.put(ours.withWritten(UserField.MANAGER, owner)));
    }

    private static Cause cause(DeactivateUser command) {
        return Cause.of(command, command.reason().name().toLowerCase(Locale.ROOT));
    }
}
