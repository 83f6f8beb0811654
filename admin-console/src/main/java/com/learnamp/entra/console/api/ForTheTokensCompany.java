package com.learnamp.entra.console.api;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.CompanyTimeZone;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what is asked in a transaction that sees the token's company, and no other. */
@ApplicationScoped
class ForTheTokensCompany {

    private final SecurityIdentity caller;
    private final CompanyScope companies;
    private final CompanyTimeZone timeZone;

    ForTheTokensCompany(SecurityIdentity caller, CompanyScope companies, CompanyTimeZone timeZone) {
        this.caller = caller;
        this.companies = companies;
        this.timeZone = timeZone;
    }

    /** What is done with the company's lock in hand. */
    interface Writing<T> {

        T in(StoreTransaction transaction, CompanyId company) throws SQLException;
    }

    /**
     * @param work is given the company's time zone
     * @throws WebApplicationException 403 if the token is of operations and so of no company
     */
    <T> T read(Function<ZoneId, T> work) {
        return companies.of(company(), _ -> work.apply(timeZone.current()));
    }

    /**
     * @throws WebApplicationException 403 if the token is of operations and so of no company
     */
    <T> T write(Writing<T> work) {
        CompanyId company = company();
        return companies.locked(company, transaction -> work.in(transaction, company));
    }

    /** The client, as it is kept beside what it does. */
    String client() {
        return caller.getPrincipal().getName();
    }

    /**
     * @throws WebApplicationException 403 if the token is of operations and so of no company
     */
    CompanyId company() {
        @Nullable CompanyId company = caller.getAttribute(AccessTokenIdentities.COMPANY);
        if (company == null) {
            throw new WebApplicationException(
                    Response.status(Response.Status.FORBIDDEN)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(
                                    ErrorAnswer.of(
                                            "This token belongs to no company: ask for one with a"
                                                    + " company's own client"))
                            .build());
        }
        return company;
    }
}
