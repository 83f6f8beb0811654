package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts the fields of people back as they were before a run, except where somebody has changed them
 * since; and marks them, so that the next sync asks before it does the same again. Whoever was
 * created, deactivated or reactivated stays so.
 */
@ApplicationScoped
public class UndoRun {

    private static final int AT_ONCE = 200;
    private static final int MOST_NAMED = 200;

    /**
     * @param people who have a field back
     * @param left of whom something stays
     * @param leftAsTheyAre the first 200 of these
     */
    public record Outcome(int people, int left, List<LeftAsIs> leftAsTheyAre) {

        public Outcome {
            leftAsTheyAre = List.copyOf(leftAsTheyAre);
        }

        private Outcome with(UndoBatch batch) {
            List<LeftAsIs> named = new ArrayList<>(leftAsTheyAre);
            batch.left().stream().limit(MOST_NAMED - named.size()).forEach(named::add);
            return new Outcome(people + batch.count(), left + batch.left().size(), named);
        }
    }

    private final CompanyScope scope;
    private final Clock clock;

    UndoRun(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    private interface Step {
        Optional<UndoBatch> after(UndoProgress progress);
    }

    /** What would be put back now; nothing is. */
    public Outcome preview(CompanyId company, UUID run) {
        return throughAll(progress ->
                scope.of(
                        company,
                        transaction -> UndoBatch.next(transaction, run, progress, AT_ONCE)));
    }

    /** In short transactions, one after the other; what was undone before is not undone twice. */
    public Outcome undo(CompanyId company, UUID run, String by) {
        return throughAll(progress ->
                scope.locked(
                        company,
                        transaction -> {
                            Optional<UndoBatch> batch =
                                    UndoBatch.next(transaction, run, progress, AT_ONCE);
                            if (batch.isPresent()) {
                                batch.get().save(transaction, company, run, by, clock.instant());
                            }
                            return batch;
                        }));
    }

    private static Outcome throughAll(Step step) {
        Outcome outcome = new Outcome(0, 0, List.of());
        UndoProgress progress = new UndoProgress();
        Optional<UndoBatch> batch = step.after(progress);
        while (batch.isPresent()) {
            outcome = outcome.with(batch.get());
            progress.take(batch.get());
            batch = step.after(progress);
        }
        return outcome;
    }
}
