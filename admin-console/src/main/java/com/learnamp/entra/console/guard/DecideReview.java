package com.learnamp.entra.console.guard;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says to those who wait in a review.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>yes or no, to everybody who waits or to some</td></tr>
 * <tr><td>out</td><td>{@code provisioning.withheld}. An approval does nothing by itself:
 *     provisioning-writer asks for a new look at each, after the grace period if there is one, and
 *     only what that look says is done</td></tr>
 * <tr><td>state</td><td>the rows, under the company's lock</td></tr>
 * <tr><td>duplicates</td><td>whoever is decided upon waits no more, and is left out</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>more wait by now than whoever says all has seen: refused</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was decided</td></tr>
 * </table>
 */
@ApplicationScoped
class DecideReview {

    /** Yes or no. */
    enum Answer {
        APPROVE,
        REJECT
    }

    /** To whom. */
    sealed interface Choice {

        /**
         * Everybody who waits.
         *
         * @param seen how many there were when it was decided
         */
        record All(long seen) implements Choice {}

        record Some(List<UUID> people) implements Choice {}
    }

    /**
     * Who decides.
     *
     * @param userId in Learn Amp, of an admin who is signed in; null for programs and staff
     */
    record Decider(String name, @Nullable Long userId) {}

    /** What became of it. */
    sealed interface Outcome {

        /**
         * @param waiting how many still wait
         * @param notByThemselves whether whoever decided is one of them: another admin must say it
         */
        record Decided(long people, long waiting, boolean notByThemselves) implements Outcome {}

        /** Nothing was decided: so many wait by now. */
        record MoreWait(long waiting) implements Outcome {}

        record NotThere() implements Outcome {}
    }

    /** Nobody approves his own deactivation. */
    private static final String APPROVE =
            """
            UPDATE provisioning.withheld
            SET approved = true, state = CASE WHEN ?::timestamptz IS NULL THEN 'asked' ELSE 'grace' END,
                due_at = ?::timestamptz, asked_at = NULL, decided_by = ?, decided_at = ?
            WHERE company_id = learnamp.current_company() AND review_id = ? AND state = ANY (?)
              AND (?::uuid[] IS NULL OR object_id = ANY (?::uuid[])) AND user_id IS DISTINCT FROM ?::bigint
            """;

    private static final String REJECT =
            """
            UPDATE provisioning.withheld SET state = 'rejected', decided_by = ?, decided_at = ?
            WHERE company_id = learnamp.current_company() AND review_id = ? AND state = 'review'
              AND (?::uuid[] IS NULL OR object_id = ANY (?::uuid[]))
            """;

    private static final String SELF =
            """
            SELECT object_id FROM provisioning.withheld
            WHERE company_id = learnamp.current_company() AND review_id = ? AND user_id = ?::bigint
              AND state IN ('review', 'rejected') AND (?::uuid[] IS NULL OR object_id = ANY (?::uuid[]))
            """;

    private final CompanyScope scope;
    private final Clock clock;

    DecideReview(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    Outcome decide(CompanyId company, UUID review, Answer answer, Choice choice, Decider decider) {
        return scope.locked(
                company,
                transaction -> {
                    Optional<Review> found = Review.find(transaction, review);
                    if (found.isEmpty()) {
                        return new Outcome.NotThere();
                    }
                    long waiting = found.get().waiting();
                    return choice instanceof Choice.All(long seen) && waiting > seen
                            ? new Outcome.MoreWait(waiting)
                            : decide(transaction, found.get(), answer, choice, decider);
                });
    }

    private Outcome decide(
            StoreTransaction transaction,
            Review review,
            Answer answer,
            Choice choice,
            Decider decider)
            throws SQLException {
        String @Nullable [] people =
                choice instanceof Choice.Some(List<UUID> some)
                        ? some.stream().map(UUID::toString).toArray(String[]::new)
                        : null;
        boolean self =
                answer == Answer.APPROVE
                        && transaction
                                .first(
                                        SELF,
                                        row -> row.uuid("object_id"),
                                        review.id(),
                                        decider.userId(),
                                        people,
                                        people)
                                .isPresent();
        int decided =
                switch (answer) {
                    case APPROVE -> approve(transaction, review, people, decider);
                    case REJECT ->
                            transaction.update(
                                    REJECT,
                                    decider.name(),
                                    clock.instant(),
                                    review.id(),
                                    people,
                                    people);
                };
        long waiting = Review.find(transaction, review.id()).orElseThrow().waiting();
        return new Outcome.Decided(decided, waiting, self);
    }

    private int approve(
            StoreTransaction transaction,
            Review review,
            String @Nullable [] people,
            Decider decider)
            throws SQLException {
        Instant now = clock.instant();
        int grace = GuardSettings.read(transaction).graceHours();
        @Nullable Instant due =
                review.kind().equals("deactivation") && grace > 0
                        ? now.plus(Duration.ofHours(grace))
                        : null;
        return transaction.update(
                APPROVE,
                due,
                due,
                decider.name(),
                now,
                review.id(),
                people == null
                        ? new String[] {ReviewedPerson.WAITING}
                        : new String[] {ReviewedPerson.WAITING, ReviewedPerson.REJECTED},
                people,
                people,
                decider.userId());
    }
}
