package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who is who, and who gets which address. A known object is the person bound to it. Another one is
 * the individual who holds its address and is bound to nothing, else somebody new. An address that
 * a bound person keeps is granted to nobody else; addresses that change hands within the batch are
 * granted all together, so that swaps and longer cycles resolve.
 */
final class MatchPeople {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private MatchPeople() {}

    /**
     * @param newIds enough for everybody who may be created
     */
    static void match(Collection<Candidate> candidates, People people, Iterator<Long> newIds) {
        for (Candidate candidate : candidates) {
            people.boundTo(candidate.object())
                    .ifPresent(person -> candidate.is(person, Candidate.Match.BOUND));
        }
        for (Candidate granted : grantAddresses(candidates, people)) {
            granted.grantAddress();
            if (granted.person().isEmpty()) {
                linkOrCreate(granted, people, newIds);
            }
        }
    }

    private static void linkOrCreate(Candidate candidate, People people, Iterator<Long> newIds) {
        people.holderOf(candidate.email())
                .filter(MatchPeople::isUnbound)
                .ifPresentOrElse(
                        holder -> candidate.is(holder, Candidate.Match.LINKED),
                        () -> candidate.is(Person.create(newIds.next()), Candidate.Match.CREATED));
    }

    /** An external id that is no GUID is another system's, and no Entra account. */
    private static boolean isUnbound(Person person) {
        String externalId = person.storedValue(UserField.EXTERNAL_ID);
        return person.entraObject().isEmpty()
                && (externalId == null || !GUID.matcher(externalId).matches());
    }

    /** Assumes that everybody gets his address, and takes back until nothing contradicts. */
    private static List<Candidate> grantAddresses(Collection<Candidate> candidates, People people) {
        List<Candidate> granted = new ArrayList<>(onePerAddress(candidates, people));
        Map<Long, Candidate> byPerson = new HashMap<>();
        granted.forEach(candidate ->
                candidate.person().ifPresent(person -> byPerson.put(person.id(), candidate)));
        boolean changed = true;
        while (changed) {
            List<Candidate> refused =
                    granted.stream()
                            .filter(candidate -> !isFree(candidate, people, byPerson))
                            .toList();
            refused.forEach(candidate ->
                    candidate.person().ifPresent(person -> byPerson.remove(person.id())));
            granted.removeAll(refused);
            changed = !refused.isEmpty();
        }
        return granted;
    }

    /**
     * Of those who want the same address: its holder, else somebody bound, else any, but always the
     * same.
     */
    private static List<Candidate> onePerAddress(Collection<Candidate> candidates, People people) {
        Map<String, Candidate> byAddress = new HashMap<>();
        candidates.stream()
                .sorted(
                        Comparator.comparing((Candidate candidate) -> !holdsIt(candidate, people))
                                .thenComparing(candidate -> candidate.person().isEmpty())
                                .thenComparing(Candidate::object))
                .forEach(candidate -> byAddress.putIfAbsent(candidate.email(), candidate));
        return candidates.stream()
                .filter(candidate -> byAddress.get(candidate.email()) == candidate)
                .toList();
    }

    private static boolean isFree(
            Candidate candidate, People people, Map<Long, Candidate> movingByPerson) {
        Person holder = people.holderOf(candidate.email()).orElse(null);
        if (holder == null || holdsIt(candidate, people)) {
            return true;
        }
        Candidate moving = movingByPerson.get(holder.id());
        return moving != null
                ? !moving.email().equals(candidate.email())
                : candidate.person().isEmpty() && isUnbound(holder);
    }

    private static boolean holdsIt(Candidate candidate, People people) {
        return candidate.person().isPresent()
                && people.holderOf(candidate.email()).equals(candidate.person());
    }
}
