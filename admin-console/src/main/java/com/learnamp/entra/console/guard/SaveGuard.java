package com.learnamp.entra.console.guard;

import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Saves a company's limits and its grace period, from a program or a page. */
@ApplicationScoped
class SaveGuard {

    private final CompanyScope scope;
    private final Clock clock;

    SaveGuard(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param body JSON
     * @throws InvalidInput if it is refused, by field
     */
    GuardSettings change(CompanyId company, @Nullable String body, Author author) {
        return scope.locked(
                company,
                transaction -> {
                    FieldProblems problems = new FieldProblems();
                    JsonFields fields = new JsonFields(body, problems);
                    GuardSettings next =
                            GuardSettings.read(transaction)
                                    .changedBy(fields, problems, author, clock.instant());
                    fields.refuseTheRest();
                    problems.refuseAny();
                    next.save(transaction);
                    return next;
                });
    }
}
