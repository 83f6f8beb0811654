package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import java.util.Objects;
import java.util.Optional;

/** What is done with what somebody wants of an integration. */
sealed interface SettingsDecision {

    /** It is so already. */
    record Unchanged() implements SettingsDecision {}

    /**
     * @param next without its new revision
     */
    record Save(Integration next) implements SettingsDecision {}

    record Refuse(FieldProblems problems) implements SettingsDecision {}

    /** What somebody wants. */
    sealed interface Wish {

        record Change(SettingsChange change) implements Wish {}

        /** A tenant that was proved to be the company's. */
        record Bind(EntraTenantId tenant, Optional<EntraObjectId> group) implements Wish {}

        /** What gives a custom field its value. */
        record Map(CustomFieldMapping mapping) implements Wish {}

        /**
         * @param field that gets no value any more
         */
        record Unmap(String field) implements Wish {}

        record Connect() implements Wish {}

        /** Deactivates nobody. */
        record Disconnect() implements Wish {}
    }

    static SettingsDecision decide(Integration stored, Wish wish, Author author) {
        return switch (wish) {
            case Wish.Change(SettingsChange change) -> decide(stored, change, author);
            case Wish.Bind(EntraTenantId tenant, Optional<EntraObjectId> group) ->
                    unlessSame(stored, stored.with(SettingsChange.ofBinding(tenant, group)));
            case Wish.Map(CustomFieldMapping mapping) -> unlessSame(stored, stored.with(mapping));
            case Wish.Unmap(String field) -> unlessSame(stored, stored.without(field));
            case Wish.Connect connect -> connect(stored);
            case Wish.Disconnect disconnect ->
                    stored.isActive()
                            ? new Save(stored.with(Integration.Status.DISCONNECTED))
                            : new Unchanged();
        };
    }

    private static SettingsDecision decide(
            Integration stored, SettingsChange change, Author author) {
        boolean otherTenant =
                change.tenant().isPresent()
                        && !change.tenant().equals(Optional.ofNullable(stored.tenant()));
        if (otherTenant && !author.operations()) {
            return new Refuse(
                    FieldProblems.of(SettingsChange.TENANT_ID, FieldProblem.ONLY_OPERATIONS));
        }
        return unlessSame(stored, stored.with(change));
    }

    private static SettingsDecision unlessSame(Integration stored, Integration next) {
        return next.equals(stored) && stored.revision() > 0 ? new Unchanged() : new Save(next);
    }

    private static SettingsDecision connect(Integration stored) {
        if (stored.isActive()) {
            return new Unchanged();
        }
        FieldProblems problems = new FieldProblems();
        if (Objects.isNull(stored.tenant())) {
            problems.add(SettingsChange.TENANT_ID, FieldProblem.MISSING);
        }
        if (Objects.isNull(stored.group())) {
            problems.add(SettingsChange.GROUP_ID, FieldProblem.MISSING);
        }
        return problems.isEmpty()
                ? new Save(stored.with(Integration.Status.ACTIVE))
                : new Refuse(problems);
    }
}
