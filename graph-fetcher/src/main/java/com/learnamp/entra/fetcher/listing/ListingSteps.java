package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.fetcher.connection.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which step belongs to which stage. */
@ApplicationScoped
class ListingSteps {

    private final BeginListing begin;
    private final SyncByDelta syncByDelta;
    private final ListScope listScope;
    private final ProveScope proveScope;
    private final ListTenantUsers listTenantUsers;
    private final LookUpScope lookUpScope;
    private final CheckLeavers checkLeavers;

    ListingSteps(
            BeginListing begin,
            SyncByDelta syncByDelta,
            ListScope listScope,
            ProveScope proveScope,
            ListTenantUsers listTenantUsers,
            LookUpScope lookUpScope,
            CheckLeavers checkLeavers) {
        this.begin = begin;
        this.syncByDelta = syncByDelta;
        this.listScope = listScope;
        this.proveScope = proveScope;
        this.listTenantUsers = listTenantUsers;
        this.lookUpScope = lookUpScope;
        this.checkLeavers = checkLeavers;
    }

    /**
     * @return what speaks against going on; the run has failed then
     */
    Optional<Trouble> make(RunStep step) {
        if (!step.listing().begun()) {
            return begin.step(step);
        }
        switch (step.listing().stage()) {
            case CHANGES -> syncByDelta.step(step);
            case SCOPE -> listScope.step(step);
            case PROOF -> {
                return proveScope.step(step);
            }
            case TENANT_USERS -> listTenantUsers.step(step);
            case LOOK_UPS -> lookUpScope.step(step);
            case LEAVERS -> checkLeavers.step(step);
            case END -> throw new IllegalStateException("the end is not a step of the listing");
        }
        return Optional.empty();
    }
}
