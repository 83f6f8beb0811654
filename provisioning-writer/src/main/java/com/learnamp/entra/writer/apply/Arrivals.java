package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.writer.guard.GuardArrivals;
import com.learnamp.entra.writer.guard.Kind;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import com.learnamp.entra.writer.runs.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those of a batch who are in scope, by object: created, linked, updated, reactivated or waiting.
 */
final class Arrivals {

    private final CompanySettings settings;
    private final People people;
    private final Map<UUID, Candidate> candidates = new LinkedHashMap<>();

    /**
     * @param claims commands of others, applied before but for their addresses
     */
    Arrivals(
            CompanySettings settings,
            People people,
            List<UpsertUser> commands,
            List<Claims.Claim> claims) {
        this.settings = settings;
        this.people = people;
        commands.forEach(command -> add(Candidate.of(command)));
        claims.forEach(claim -> add(Candidate.ofClaim(claim)));
    }

    private void add(Candidate candidate) {
        candidates.put(candidate.object(), candidate);
    }

    Collection<Candidate> candidates() {
        return candidates.values();
    }

    /** For how many there may have to be somebody new. */
    int unknown() {
        return (int)
                candidates.keySet().stream()
                        .filter(object -> people.boundTo(object).isEmpty())
                        .count();
    }

    /** Those whose address somebody else has of whom this batch brings nothing new. */
    Set<UUID> rivals() {
        Set<Person> arriving = new HashSet<>();
        candidates.keySet().forEach(object -> people.boundTo(object).ifPresent(arriving::add));
        Set<UUID> rivals = new TreeSet<>();
        for (Candidate candidate : candidates()) {
            people.holderOf(candidate.email())
                    .filter(holder -> !arriving.contains(holder))
                    .ifPresent(holder -> rivals.add(candidate.object()));
        }
        return rivals;
    }

    /** Whoever's address was put back keeps it, and leaves Entra's to others. */
    void keepUndoneAddresses(Undone undone) {
        for (Candidate candidate : candidates()) {
            people.boundTo(candidate.object())
                    .filter(person -> undone.forbids(person, UserField.EMAIL, candidate.email()))
                    .map(person -> person.get(UserField.EMAIL))
                    .ifPresent(candidate::keepAddress);
        }
    }

    /** Finds out who is who; claims that wait as before drop out. */
    void match(AddressHolders holders, Iterator<Long> newIds) {
        MatchPeople.match(candidates(), people, holders, newIds);
        candidates.values().removeIf(Candidate::waitsAsBefore);
    }

    /** What the guard has to let through: new people, and values that would be cleared. */
    List<GuardArrivals.Wish> wishes(CustomFields customFields, Undone undone) {
        List<GuardArrivals.Wish> wishes = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            if (candidate.match() == Candidate.Match.CREATED) {
                wishes.add(wish(Kind.CREATION, candidate, null));
            }
            candidate
                    .person()
                    .filter(person ->
                            !person.isNew() && clears(candidate, person, customFields, undone))
                    .ifPresent(person -> wishes.add(wish(Kind.CLEARING, candidate, person.id())));
        }
        return wishes;
    }

    private boolean clears(
            Candidate candidate, Person person, CustomFields customFields, Undone undone) {
        Optional<LedgerEntry> entry = people.entry(candidate.object());
        UserFields fields = candidate.command().fields();
        boolean withoutManager =
                settings.assignsManagers() && candidate.manager() instanceof ManagerReading.None;
        return entry.isPresent()
                && (new SetFields(settings, Map.of(), undone)
                                .clears(fields, withoutManager, person, entry.get())
                        || SetCustomFields.clears(
                                customFields, undone, fields.customFields(), person, entry.get()));
    }

    private static GuardArrivals.Wish wish(Kind kind, Candidate candidate, @Nullable Long userId) {
        @Nullable SyncRunId run = candidate.command().origin().run();
        return new GuardArrivals.Wish(
                kind,
                candidate.object(),
                run == null ? null : run.value(),
                userId,
                candidate.command().fields().firstName()
                        + " "
                        + candidate.command().fields().lastName(),
                candidate.email());
    }

    void keepBack(GuardArrivals guard) {
        for (Candidate candidate : candidates()) {
            if (guard.keeps(Kind.CREATION, candidate.object())) {
                candidate.keepBack();
            }
            if (guard.keeps(Kind.CLEARING, candidate.object())) {
                candidate.keepValues();
            }
        }
    }

    /** The teams that people shall be in. */
    Set<String> teams() {
        Set<String> names = new TreeSet<>();
        for (Candidate candidate : candidates()) {
            String name = candidate.command().fields().primaryTeamName();
            if (name != null && candidate.person().isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * Everything but manager links.
     *
     * @param teams by the name that was asked for
     * @param undone what must not be done again
     * @return who must wait for an address, and whose custom fields do not fit
     */
    List<Attention> decide(Map<String, Long> teams, CustomFields customFields, Undone undone) {
        SetFields setFields = new SetFields(settings, teams, undone);
        List<Attention> attention = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            LedgerEntry entry = decide(candidate, setFields);
            people.put(setCustomFields(candidate, entry, customFields, undone, attention));
            candidate
                    .waitsFor()
                    .map(reason ->
                            Attention.retryable(candidate.command(), reason, candidate.email()))
                    .ifPresent(attention::add);
        }
        return attention;
    }

    /** Whose changes were undone while Entra still says the same. */
    List<Attention> askAbout(Undone undone) {
        List<Attention> attention = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            candidate
                    .person()
                    .flatMap(undone::asks)
                    .map(fields ->
                            Attention.of(candidate.command(), AttentionReason.UNDONE, fields))
                    .ifPresent(attention::add);
        }
        return attention;
    }

    private static LedgerEntry setCustomFields(
            Candidate candidate,
            LedgerEntry entry,
            CustomFields customFields,
            Undone undone,
            List<Attention> attention) {
        Optional<Person> person = candidate.person();
        if (person.isEmpty()) {
            return entry;
        }
        SetCustomFields set =
                new SetCustomFields(customFields, undone, person.get(), entry, candidate.cause());
        set.set(
                candidate.command().fields().customFields().stream()
                        .filter(value ->
                                !candidate.keepsValues() || !SetCustomFields.isBlank(value))
                        .toList());
        set.problem()
                .map(problem ->
                        Attention.of(candidate.command(), AttentionReason.CUSTOM_FIELD, problem))
                .ifPresent(attention::add);
        return set.entry();
    }

    private LedgerEntry decide(Candidate candidate, SetFields setFields) {
        LedgerEntry entry =
                LedgerEntry.after(
                        candidate.command(),
                        LedgerEntry.State.IN_SCOPE,
                        people.entry(candidate.object()));
        if (!(candidate.manager() instanceof ManagerReading.NotRead)) {
            entry = entry.withManager(candidate.manager());
        }
        if (candidate.match() == Candidate.Match.KEPT_BACK) {
            return entry;
        }
        candidate.addressGiver().ifPresent(giver -> FormerAddress.giveTo(giver, candidate, people));
        Optional<Person> person = candidate.person();
        if (person.isEmpty()) {
            return entry.withClaim(candidate.email());
        }
        people.add(person.get());
        return setFields.of(
                candidate, person.get(), succeed(person.get(), candidate.object(), entry));
    }

    /**
     * Whoever is bound to a new object is not bound to the one before any more, and what was
     * written of him by that one is this one's.
     */
    private LedgerEntry succeed(Person person, UUID object, LedgerEntry entry) {
        Optional<LedgerEntry> before =
                person.entraObject().filter(other -> !other.equals(object)).flatMap(people::entry);
        before.ifPresent(other -> people.put(other.withUser(null)));
        return before.map(entry::succeeding).orElse(entry);
    }

    /**
     * Those who have just become active, or have just been bound: others may name them as manager.
     */
    Map<UUID, Candidate> newlyActive() {
        Map<UUID, Candidate> arrivals = new HashMap<>();
        for (Candidate candidate : candidates()) {
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

    /** Those who are new and shall be invited. */
    List<Candidate> invited() {
        return candidates().stream()
                .filter(candidate -> candidate.match() == Candidate.Match.CREATED)
                .filter(candidate -> settings.invites(candidate.command()))
                .toList();
    }

    Candidate candidate(UpsertUser command) {
        return Objects.requireNonNull(candidates.get(command.user().value()));
    }

    Figure figure(UpsertUser command) {
        Candidate candidate = candidate(command);
        return switch (candidate.match()) {
            case CREATED -> Figure.CREATED;
            case LINKED -> Figure.LINKED;
            case WAITING -> Figure.REJECTED;
            case KEPT_BACK -> Figure.WAITING;
            case BOUND -> figure(candidate.person().orElseThrow());
        };
    }

    private static Figure figure(Person person) {
        if (!person.wasActive()) {
            return Figure.REACTIVATED;
        }
        return person.change().isPresent() ? Figure.UPDATED : Figure.UNCHANGED;
    }
}
