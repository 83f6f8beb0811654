package com.learnamp.entra.writer.runs;

import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunEnded.Outcome;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest.LookUpUser;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.company.Lane;
import com.learnamp.entra.writer.people.AskForLooks;
import com.learnamp.entra.writer.preview.EndPreview;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last word of a run: its figures are final, its invitations may leave, and whoever is bound
 * and active but was not seen by it is looked up, since a message about him may be lost. Of a run
 * whose scope nobody has confirmed yet a preview is left instead.
 */
@ApplicationScoped
public class EndRun {

    private static final String END =
            """
            UPDATE provisioning.sync_runs
            SET state = ?, people = ?, ended_at = ?, failure_category = ?, failure_message = ?
            WHERE id = ? AND company_id = ? AND state = 'running'
            """;

    /** Also whoever was reactivated by hand, and the last Owner if he is not the last any more. */
    private static final String UNTOUCHED =
            """
            SELECT l.object_id
            FROM provisioning.ledger l
            JOIN learnamp.users u ON u.company_id = l.company_id AND u.id = l.user_id
            WHERE l.company_id = ? AND (l.epoch, l.counter) < (?, ?) AND u.status <> 'deactivated'
            ORDER BY l.epoch, l.counter LIMIT ?
            """;

    private static final String LOOKED_UP =
            "UPDATE provisioning.sync_runs SET looked_up = ? WHERE id = ? AND company_id = ?";

    private static final String RELEASE_INVITATIONS =
            """
            UPDATE provisioning.invitations SET state = 'due', due_at = greatest(due_at, ?)
            WHERE company_id = ? AND state = 'held'
            """;

    private static final String SCOPE =
            """
            SELECT revision, scope_revision > confirmed_revision AS previews FROM provisioning.integrations
            WHERE company_id = ? AND status = 'active'
            """;

    /** What an admin has confirmed is true now. */
    private static final String OPENED =
            """
            UPDATE provisioning.integrations SET opening = false
            WHERE company_id = ? AND opening AND confirmed_revision <= ?
            """;

    private final CompanyTransactions transactions;
    private final RunsConfig config;
    private final Clock clock;

    EndRun(CompanyTransactions transactions, RunsConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Ends it once; the second time changes nothing.
     *
     * @return how it ended now, in a word; empty if it had ended before
     */
    public Optional<String> end(RunEnded ended) {
        return transactions.run(ended.company(), Lane.BULK, transaction -> end(transaction, ended));
    }

    private Optional<String> end(CompanyTransaction transaction, RunEnded ended)
            throws SQLException {
        Instant now = clock.instant();
        UUID run = ended.run().value();
        RunTally.begin(
                transaction,
                RunTally.row(run, ended.trigger(), ended.revision(), ended.requestedAt()));
        State state = state(transaction, ended);
        boolean endedNow =
                transaction.update(
                                END,
                                state.word(),
                                ended.people(),
                                now,
                                state.category(),
                                state.message(),
                                run,
                                transaction.company())
                        == 1;
        if (endedNow && state.isComplete()) {
            transaction.update(RELEASE_INVITATIONS, now, transaction.company());
            lookUpUntouched(transaction, ended, now);
            if (ended.trigger() != RunTrigger.GROUP_CHANGE) {
                transaction.update(OPENED, transaction.company(), ended.revision());
            }
        }
        if (endedNow && state.isPreview()) {
            EndPreview.of(transaction, ended, config.previewKept(), now);
        }
        return endedNow ? Optional.of(state.word()) : Optional.empty();
    }

    private void lookUpUntouched(CompanyTransaction transaction, RunEnded ended, Instant now)
            throws SQLException {
        List<UUID> untouched =
                transaction.query(
                        UNTOUCHED,
                        row -> row.getObject("object_id", UUID.class),
                        transaction.company(),
                        ended.firstVersion().epoch(),
                        ended.firstVersion().counter(),
                        config.mostLookUps());
        if (!untouched.isEmpty()) {
            AskForLooks.at(transaction, untouched, LookUpUser.Reason.UNTOUCHED_BY_RUN, now);
            transaction.update(
                    LOOKED_UP, untouched.size(), ended.run().value(), transaction.company());
        }
    }

    private record Scope(long revision, boolean previews) {}

    private record State(String word, @Nullable String category, @Nullable String message) {

        boolean isComplete() {
            return word.equals("finished");
        }

        boolean isPreview() {
            return word.equals("previewed");
        }
    }

    /** A run of older settings is superseded: what it said was discarded. */
    private static State state(CompanyTransaction transaction, RunEnded ended) throws SQLException {
        return switch (ended.outcome()) {
            case Outcome.Complete complete -> new State(complete(transaction, ended), null, null);
            case Outcome.Failed failed -> new State("failed", failed.category(), failed.message());
            case Outcome.Superseded superseded -> new State("superseded", null, null);
        };
    }

    /** Before an admin has confirmed a preview, the sync of a changed group has no effect. */
    private static String complete(CompanyTransaction transaction, RunEnded ended)
            throws SQLException {
        List<Scope> scope =
                transaction.query(
                        SCOPE,
                        row -> new Scope(row.getLong("revision"), row.getBoolean("previews")),
                        transaction.company());
        if (scope.stream().noneMatch(one -> one.revision() <= ended.revision())) {
            return "superseded";
        }
        if (!scope.getFirst().previews()) {
            return "finished";
        }
        return ended.trigger() == RunTrigger.GROUP_CHANGE ? "superseded" : "previewed";
    }
}
