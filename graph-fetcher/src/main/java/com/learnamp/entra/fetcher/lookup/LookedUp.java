package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.Person;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import com.learnamp.entra.fetcher.roster.RosterKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request's answers about the rows of a batch, and what follows for each company. */
final class LookedUp {

    private final List<IntegrationSettings> companies;
    private final Map<EntraObjectId, ReadUsers.Answer> answers;
    private final Map<RosterKey, RosterEntry> roster;
    private final RereadPlan plan;
    private final Duration staleness;
    private final Instant now;

    LookedUp(
            List<IntegrationSettings> companies,
            Map<EntraObjectId, ReadUsers.Answer> answers,
            Map<RosterKey, RosterEntry> roster,
            RereadPlan plan,
            Duration staleness,
            Instant now) {
        this.companies = List.copyOf(companies);
        this.answers = Map.copyOf(answers);
        this.roster = Map.copyOf(roster);
        this.plan = plan;
        this.staleness = staleness;
        this.now = now;
    }

    /** Companies by whose group somebody would leave: their groups must be seen to be there. */
    Set<CompanyId> losing(List<PendingLookUp> rows) {
        Set<CompanyId> losing = new HashSet<>();
        for (PendingLookUp row : rows) {
            if (answers.get(row.object()) instanceof ReadUsers.Answer.Read(Reading reading)) {
                for (IntegrationSettings company : companies) {
                    if (conclude(row, reading, company)
                                    instanceof Conclusion.OutOfScope(Evidence evidence)
                            && evidence == Evidence.NOT_A_MEMBER) {
                        losing.add(company.company());
                    }
                }
            }
        }
        return losing;
    }

    /**
     * @param unproven companies whose group was not seen to be there: nobody leaves by it
     */
    Map<PendingLookUp, Fate> settle(
            List<PendingLookUp> rows, Set<CompanyId> unproven, Tellings tellings) {
        Map<PendingLookUp, Fate> fates = new HashMap<>();
        for (PendingLookUp row : rows) {
            fates.put(
                    row,
                    answers.get(row.object()) instanceof ReadUsers.Answer.Read(Reading reading)
                            ? settle(row, reading, unproven, tellings)
                            : later(row));
        }
        return fates;
    }

    private Fate settle(
            PendingLookUp row, Reading reading, Set<CompanyId> unproven, Tellings tellings) {
        boolean told = false;
        boolean doubtful = false;
        for (IntegrationSettings company : companies) {
            RosterKey key = new RosterKey(company.company(), row.object());
            Optional<RosterEntry> known = Optional.ofNullable(roster.get(key));
            switch (conclude(row, reading, company)) {
                case Conclusion.InScope inScope -> {
                    Optional<Person> person = person(reading, company);
                    if (person.isEmpty()) {
                        return later(row);
                    }
                    tellings.inScope(company, person.get(), row.origin());
                    if (known.filter(entry -> !entry.inScope()).isPresent()) {
                        tellings.returned(row.object());
                    }
                    told = true;
                    doubtful |= doubtful(known, true, person.get().hash());
                }
                case Conclusion.OutOfScope(Evidence evidence) -> {
                    if (evidence == Evidence.NOT_A_MEMBER && unproven.contains(key.company())) {
                        return later(row);
                    }
                    tellings.outOfScope(company, key, known, evidence, row.origin());
                    told = true;
                    doubtful |= doubtful(known, false, ContentHash.NONE);
                }
                case Conclusion.NotYet notYet -> doubtful = true;
                case Conclusion.Nothing nothing -> {
                    // In a group, but in the bin: when he is restored, only a hint about him tells.
                    if (reading instanceof Reading.InBin && known.isEmpty()) {
                        tellings.remember(company, key);
                    }
                    if (reading instanceof Reading.Present) {
                        tellings.unchanged(row.object());
                    }
                }
            }
        }
        return plan.after(row, told, doubtful, explained(row), now);
    }

    private Conclusion conclude(PendingLookUp row, Reading reading, IntegrationSettings company) {
        Optional<RosterEntry> known =
                Optional.ofNullable(roster.get(new RosterKey(company.company(), row.object())));
        return Conclusion.decide(
                reading,
                known,
                new Conclusion.Circumstances(
                        company.group(),
                        company.revision(),
                        person(reading, company).map(Person::hash).orElse(ContentHash.NONE),
                        row.askedBy().contains(company.company()),
                        row.interrupted(),
                        known.filter(entry -> entry.changedLately(now, staleness)).isPresent(),
                        row.rereads() > 0,
                        plan.isLast(row.rereads())));
    }

    private boolean doubtful(Optional<RosterEntry> known, boolean inScope, ContentHash hash) {
        return known.filter(entry -> entry.changedLately(now, staleness))
                .filter(entry -> RereadPlan.goesBack(entry, inScope, hash))
                .isPresent();
    }

    /** Whether a change that was told of late, by a notification, is what a delta speaks of. */
    private boolean explained(PendingLookUp row) {
        return companies.stream()
                .map(company -> roster.get(new RosterKey(company.company(), row.object())))
                .anyMatch(entry -> entry != null && entry.changedLately(now, staleness));
    }

    private Fate later(PendingLookUp row) {
        Optional<Duration> retryAfter =
                answers.get(row.object()) instanceof ReadUsers.Answer.Failed failed
                        ? failed.reason().retryAfter()
                        : Optional.empty();
        return new Fate.TryLater(now.plus(plan.pauseAfterFailure(row.attempts(), retryAfter)));
    }

    private static Optional<Person> person(Reading reading, IntegrationSettings company) {
        return reading instanceof Reading.Present present
                ? Person.of(present.profile(), company)
                : Optional.empty();
    }
}
