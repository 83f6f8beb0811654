package com.learnamp.entra.writer.guard;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of those of a batch who leave. All of what it goes by is read at once; a batch that
 * would go over the limit waits as a whole.
 */
public final class GuardLeavers {

    private static final String WITHHELD =
            """
            SELECT object_id, state, approved, since, due_at FROM provisioning.withheld
            WHERE company_id = ? AND object_id = ANY (?) AND kind = 'deactivation'
            """;

    private static final String HELD =
            """
            SELECT user_id FROM provisioning.holds
            WHERE company_id = ? AND user_id = ANY (?) AND (until IS NULL OR until > ?)
            """;

    private static final String SCOPE =
            "SELECT scope_revision FROM provisioning.integrations WHERE company_id = ?";

    private final Instant now;
    private final Map<UUID, Withheld> before = new HashMap<>();
    private final Map<UUID, Leaving> decisions = new HashMap<>();
    private final Map<DeactivateUser, Person> waiting = new LinkedHashMap<>();
    private GuardSettings settings = GuardSettings.NO_GUARD;
    private @Nullable Long exceeded;

    private GuardLeavers(Instant now) {
        this.now = now;
    }

    /**
     * @param concerned everybody of the batch
     * @param commands of those who leave
     */
    public static GuardLeavers of(
            CompanyTransaction transaction,
            People people,
            Collection<UUID> concerned,
            Collection<DeactivateUser> commands,
            Instant now)
            throws SQLException {
        GuardLeavers guard = new GuardLeavers(now);
        guard.readWithheld(transaction, concerned);
        guard.decide(transaction, people, commands);
        return guard;
    }

    private void readWithheld(CompanyTransaction transaction, Collection<UUID> concerned)
            throws SQLException {
        transaction.query(
                WITHHELD,
                row -> before.put(row.getObject("object_id", UUID.class), withheld(row)),
                transaction.company(),
                concerned.toArray(UUID[]::new));
    }

    private static Withheld withheld(ResultSet row) throws SQLException {
        return new Withheld(
                Withheld.State.of(row.getString("state")),
                row.getBoolean("approved"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant());
    }

    private void decide(
            CompanyTransaction transaction, People people, Collection<DeactivateUser> commands)
            throws SQLException {
        Map<UUID, Person> leavers = new LinkedHashMap<>();
        for (DeactivateUser command : commands) {
            UUID object = command.user().value();
            people.boundTo(object)
                    .filter(Person::isActive)
                    .ifPresent(person -> leavers.put(object, person));
        }
        if (leavers.isEmpty()) {
            return;
        }
        settings = GuardSettings.of(transaction);
        Set<Long> held = held(transaction, leavers.values());
        long scope =
                transaction.query(SCOPE, row -> row.getLong(1), transaction.company()).getFirst();
        List<Facts> facts = new ArrayList<>();
        leavers.forEach((object, person) ->
                facts.add(
                        new Facts(
                                object,
                                before.get(object),
                                held.contains(person.id()),
                                isOfAnotherScope(people, object, scope))));
        long more = facts.stream().filter(one -> Leaving.counts(weigh(one, false))).count();
        exceeded = Brake.exceeded(transaction, settings, Kind.DEACTIVATION, more, now);
        facts.forEach(
                one -> decisions.put(one.object(), Leaving.decide(weigh(one, exceeded != null))));
    }

    private record Facts(
            UUID object, @Nullable Withheld before, boolean held, boolean scopeChanged) {}

    private Leaving.Facts weigh(Facts facts, boolean overLimit) {
        return new Leaving.Facts(
                facts.before(),
                facts.held(),
                facts.scopeChanged(),
                overLimit,
                settings.grace(),
                now);
    }

    private static boolean isOfAnotherScope(People people, UUID object, long scope) {
        return people.storedEntry(object).map(LedgerEntry::seenRevision).orElse(0L) < scope;
    }

    private Set<Long> held(CompanyTransaction transaction, Collection<Person> leavers)
            throws SQLException {
        return new TreeSet<>(
                transaction.query(
                        HELD,
                        row -> row.getLong(1),
                        transaction.company(),
                        leavers.stream().map(Person::id).toArray(Long[]::new),
                        now));
    }

    /** Whether he goes now; if not, it is remembered that he waits. */
    public boolean lets(DeactivateUser command, Person person) {
        if (decisions.get(command.user().value()) instanceof Leaving.Later) {
            waiting.put(command, person);
            return false;
        }
        return true;
    }

    public boolean waits(DeactivateUser command) {
        return waiting.containsKey(command);
    }

    /**
     * @param concerned everybody about whom something newer is known now
     */
    public void save(CompanyTransaction transaction, Collection<UUID> concerned)
            throws SQLException {
        Set<UUID> settled = new TreeSet<>(before.keySet());
        settled.retainAll(concerned);
        waiting.keySet().forEach(command -> settled.remove(command.user().value()));
        SaveWithheld.settle(transaction, Kind.DEACTIVATION, settled);
        SaveWithheld.keepBack(transaction, Kind.DEACTIVATION, rows(transaction));
        Brake.count(
                transaction,
                Kind.DEACTIVATION,
                decisions.values().stream().filter(GuardLeavers::letThrough).count(),
                now);
    }

    private static boolean letThrough(Leaving leaving) {
        return switch (leaving) {
            case Leaving.Now(boolean counts) -> counts;
            case Leaving.Later later -> later.counts();
        };
    }

    private List<Map<String, Object>> rows(CompanyTransaction transaction) throws SQLException {
        Map<Review.Cause, UUID> reviews = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<DeactivateUser, Person> entry : waiting.entrySet()) {
            Leaving.Later later = later(entry.getKey());
            Review.@Nullable Cause cause = later.cause();
            if (cause != null && !reviews.containsKey(cause)) {
                reviews.put(cause, open(transaction, cause));
            }
            rows.add(
                    row(
                            entry.getKey(),
                            entry.getValue(),
                            later,
                            cause == null ? null : reviews.get(cause)));
        }
        return rows;
    }

    private Leaving.Later later(DeactivateUser command) {
        if (decisions.get(command.user().value()) instanceof Leaving.Later later) {
            return later;
        }
        throw new IllegalStateException("only those wait who were told to");
    }

    private UUID open(CompanyTransaction transaction, Review.Cause cause) throws SQLException {
        return Review.open(
                transaction,
                Kind.DEACTIVATION,
                cause,
                cause == Review.Cause.OVER_LIMIT ? exceeded : null,
                settings.window(),
                now);
    }

    private static Map<String, Object> row(
            DeactivateUser command, Person person, Leaving.Later later, @Nullable UUID review) {
        Map<String, Object> row = new HashMap<>();
        row.put("object_id", command.user().value());
        row.put("state", later.state().label());
        row.put("approved", later.approved());
        row.put("review_id", review);
        row.put("user_id", person.id());
        row.put("reason", command.reason().name().toLowerCase(Locale.ROOT));
        @Nullable SyncRunId run = command.origin().run();
        row.put("run_id", run == null ? null : run.value());
        row.put("since", later.since());
        row.put("due_at", later.dueAt());
        return row;
    }
}
