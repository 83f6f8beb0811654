package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import java.util.Objects;

/** One person as one company knows him. */
public record RosterKey(CompanyId company, EntraObjectId object) {

    public RosterKey {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(object, "object");
    }
}
