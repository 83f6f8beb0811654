package com.learnamp.entra.writer.apply;

import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is who, by the table of {@link Identity}. Addresses go round a batch together: it
 * is assumed that everybody gets his, and taken back until nothing contradicts, so that a swap or a
 * cycle is granted whole, or not at all.
 */
final class MatchPeople {

    private final AddressHolders holders;
    private final Map<Long, Candidate> byPerson = new HashMap<>();

    private MatchPeople(AddressHolders holders) {
        this.holders = holders;
    }

    /**
     * @param newIds enough for everybody who may be created
     */
    static void match(
            Collection<Candidate> candidates,
            People people,
            AddressHolders holders,
            Iterator<Long> newIds) {
        for (Candidate candidate : candidates) {
            people.boundTo(candidate.object())
                    .ifPresent(person -> candidate.is(person, Candidate.Match.BOUND));
        }
        new MatchPeople(holders).match(candidates, newIds);
    }

    private void match(Collection<Candidate> candidates, Iterator<Long> newIds) {
        List<Candidate> granted = grantAddresses(candidates);
        for (Candidate candidate : granted) {
            grant(candidate, newIds);
        }
        for (Candidate candidate : candidates) {
            if (!candidate.addressGranted()) {
                @Nullable AttentionReason reason = identity(candidate).reason();
                candidate.waitFor(reason == null ? AttentionReason.EMAIL_TAKEN : reason);
            }
        }
    }

    private void grant(Candidate candidate, Iterator<Long> newIds) {
        candidate.grantAddress();
        switch (identity(candidate)) {
            case BOUND -> {
                // Is who he was.
            }
            case BOUND_IN_PLACE -> candidate.takesFrom(holder(candidate));
            case LINKED -> candidate.is(holder(candidate), Candidate.Match.LINKED);
            case CREATED -> candidate.is(Person.create(newIds.next()), Candidate.Match.CREATED);
            case CREATED_IN_PLACE -> {
                candidate.takesFrom(holder(candidate));
                candidate.is(Person.create(newIds.next()), Candidate.Match.CREATED);
            }
            case WAITS_FOR_ADDRESS, WAITS_FOR_CONFIRMATION, WAITS_FOR_CHOICE ->
                    throw new IllegalStateException("whoever waits was granted nothing");
        }
    }

    private Person holder(Candidate candidate) {
        return holders.holderOf(candidate).orElseThrow();
    }

    private List<Candidate> grantAddresses(Collection<Candidate> candidates) {
        List<Candidate> granted = new ArrayList<>(onePerAddress(candidates));
        granted.forEach(candidate ->
                candidate.person().ifPresent(person -> byPerson.put(person.id(), candidate)));
        boolean changed = true;
        while (changed) {
            List<Candidate> refused =
                    granted.stream()
                            .filter(candidate -> identity(candidate).reason() != null)
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
    private List<Candidate> onePerAddress(Collection<Candidate> candidates) {
        Map<String, Candidate> byAddress = new HashMap<>();
        candidates.stream()
                .sorted(
                        Comparator.comparing((Candidate candidate) -> !holders.holdsIt(candidate))
                                .thenComparing(candidate -> candidate.person().isEmpty())
                                .thenComparing(Candidate::object))
                .forEach(candidate -> byAddress.putIfAbsent(candidate.email(), candidate));
        return candidates.stream()
                .filter(candidate -> byAddress.get(candidate.email()) == candidate)
                .toList();
    }

    private Identity identity(Candidate candidate) {
        @Nullable Person holder = holders.holderOf(candidate).orElse(null);
        boolean free = holder == null || holders.holdsIt(candidate) || moves(holder, candidate);
        return holders.identity(candidate, free ? null : holder);
    }

    /** Whether the holder of the address gets another one in this batch. */
    private boolean moves(Person holder, Candidate candidate) {
        @Nullable Candidate moving = byPerson.get(holder.id());
        return moving != null && !moving.email().equals(candidate.email());
    }
}
