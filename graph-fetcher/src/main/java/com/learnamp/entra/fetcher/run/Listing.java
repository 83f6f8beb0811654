package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of a full sync that has not ended, as its row says.
 *
 * @param newestRevision of the company's runs that have not ended
 * @param first everybody whom the run sees has this version or a newer one; null: not begun
 * @param checkpoint the next page of the stage; null: its first
 * @param peopleExpected about; 0 while unknown
 * @param stagePages read in the stage so far
 * @param attempts failures in a row
 */
public record Listing(
        SyncRunId run,
        CompanyId company,
        EntraTenantId tenant,
        EntraObjectId group,
        long revision,
        long newestRevision,
        RunTrigger trigger,
        Instant requestedAt,
        @Nullable Version first,
        Stage stage,
        @Nullable String checkpoint,
        long people,
        long peopleExpected,
        long stagePages,
        int restarts,
        int attempts) {

    public Listing {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(stage, "stage");
    }

    public boolean begun() {
        return first != null;
    }

    /**
     * @throws IllegalStateException if it has not begun
     */
    public Version firstVersion() {
        if (first == null) {
            throw new IllegalStateException("the run has not begun");
        }
        return first;
    }

    public Origin origin() {
        return Origin.ofRun(run, trigger, requestedAt);
    }
}
