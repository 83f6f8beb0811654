package com.learnamp.entra.writer.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everybody whom a batch concerns, and what the ledger has of them. What is already here is never
 * replaced by what is loaded later, since it may have been changed meanwhile.
 */
public final class People {

    private final Map<Long, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byStoredEmail = new HashMap<>();
    private final Map<String, Person> byExternalId = new HashMap<>();
    private final Map<UUID, LedgerEntry> storedLedger = new HashMap<>();
    private final Map<UUID, LedgerEntry> ledger = new LinkedHashMap<>();

    public void add(Person person) {
        if (byId.putIfAbsent(person.id(), person) != null) {
            return;
        }
        String email = person.storedValue(UserField.EMAIL);
        if (email != null) {
            byStoredEmail.put(email, person);
        }
        String externalId = person.storedValue(UserField.EXTERNAL_ID);
        if (externalId != null) {
            byExternalId.put(externalId.toLowerCase(Locale.ROOT), person);
        }
    }

    public void add(LedgerEntry stored) {
        if (storedLedger.putIfAbsent(stored.object(), stored) == null) {
            ledger.putIfAbsent(stored.object(), stored);
        }
    }

    public void put(LedgerEntry entry) {
        ledger.put(entry.object(), entry);
    }

    public Optional<LedgerEntry> entry(UUID object) {
        return Optional.ofNullable(ledger.get(object));
    }

    /** As it was before this batch. */
    public Optional<LedgerEntry> storedEntry(UUID object) {
        return Optional.ofNullable(storedLedger.get(object));
    }

    public Optional<Person> withId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Who holds this address in the store now. */
    public Optional<Person> holderOf(String email) {
        return Optional.ofNullable(byStoredEmail.get(email));
    }

    /** Who is bound to this Entra object: by the ledger, else by the external id. */
    public Optional<Person> boundTo(UUID object) {
        Optional<Person> byLedger = entry(object).map(LedgerEntry::userId).map(byId::get);
        return byLedger.isPresent()
                ? byLedger
                : Optional.ofNullable(byExternalId.get(object.toString()))
                        .filter(person -> person.entraObject().isEmpty());
    }

    public Collection<Person> all() {
        return byId.values();
    }

    public List<Person> activeOwners() {
        return byId.values().stream()
                .filter(person -> "owner".equals(person.get(UserField.ROLE)))
                .filter(Person::isActive)
                .sorted(Comparator.comparingLong(Person::id))
                .toList();
    }

    public Collection<LedgerEntry> ledger() {
        return List.copyOf(ledger.values());
    }

    public List<LedgerEntry> changedLedger() {
        return ledger.values().stream()
                .filter(entry -> !entry.equals(storedLedger.get(entry.object())))
                .toList();
    }

    /** Objects that are bound to somebody else than before, or to nobody. */
    public List<UUID> released() {
        return changedLedger().stream()
                .filter(entry ->
                        storedEntry(entry.object())
                                .map(LedgerEntry::userId)
                                .filter(user -> !user.equals(entry.userId()))
                                .isPresent())
                .map(LedgerEntry::object)
                .toList();
    }

    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        byId.values().forEach(person -> person.change().ifPresent(changes::add));
        return changes;
    }
}
