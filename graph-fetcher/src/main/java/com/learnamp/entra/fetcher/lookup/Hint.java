package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.Origin;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody should be looked at.
 *
 * @param askedBy the company that wants an answer, whatever it is; null: only a change matters
 * @param noticedAt when this product first had word of it
 */
public record Hint(
        EntraTenantId tenant,
        EntraObjectId object,
        Kind kind,
        Origin.Cause cause,
        @Nullable CompanyId askedBy,
        Instant noticedAt,
        Instant dueAt) {

    /** Whom the hint is about. */
    public enum Kind {
        /** A user, to be looked at only if some company knows him. */
        USER,
        /** A new member of a group that concerns us: user, group or device. */
        UNTYPED,
        /** A user for certain: known, asked about, or a new member whose type is known. */
        JOINER
    }

    public Hint {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(noticedAt, "noticedAt");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
