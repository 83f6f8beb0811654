package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.binding.BindTenant;
import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.CheckConnection;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.settings.SaveSettings;
import com.learnamp.entra.console.settings.SettingsChange;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the tenant and the group that somebody enters: operations bind the tenant by
 * hand; an admin claims it, and has yet to prove it.
 */
@ApplicationScoped
class EnterDirectory {

    static final String SAVED = "directory";
    static final String CLAIMED = "claim";

    private final CompanyScope scope;
    private final SaveSettings save;
    private final CheckConnection check;
    private final BindTenant bind;

    EnterDirectory(CompanyScope scope, SaveSettings save, CheckConnection check, BindTenant bind) {
        this.scope = scope;
        this.save = save;
        this.check = check;
        this.bind = bind;
    }

    /**
     * @return what was done
     * @throws InvalidInput if one of them is none
     */
    String enter(
            CompanyId company, @Nullable String tenantId, @Nullable String groupId, Author author) {
        Integration stored = scope.of(company, IntegrationRows::read);
        FieldProblems problems = new FieldProblems();
        SettingsChange entered =
                SettingsChange.ofDirectory(
                        Optional.ofNullable(tenantId), Optional.ofNullable(groupId), problems);
        if (tenantId == null && stored.tenant() == null) {
            problems.add(SettingsChange.TENANT_ID, FieldProblem.MISSING);
        }
        problems.refuseAny();
        Optional<EntraTenantId> other =
                entered.tenant().filter(tenant -> !tenant.equals(stored.tenant()));
        if (other.isPresent() && !author.operations()) {
            bind.claim(company, other.get(), entered.group(), author);
            return CLAIMED;
        }
        bind.withdraw(company);
        saveAndLook(company, entered, author);
        return SAVED;
    }

    private void saveAndLook(CompanyId company, SettingsChange entered, Author author) {
        Integration saved = save.change(company, entered, author).integration();
        if (saved.tenant() != null && saved.group() != null) {
            check.ask(company, Optional.empty(), Optional.empty(), author);
        }
    }
}
