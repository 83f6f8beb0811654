package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.api.ClientSecrets;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Makes a company, its Owner and a client for its programs, all or none of them. */
@ApplicationScoped
class CreateCompany {

    static final Set<String> SCOPES =
            Set.of(
                    Scopes.USERS_READ,
                    Scopes.TEAMS_READ,
                    Scopes.TEAM_USERS_READ,
                    Scopes.INTEGRATION_READ,
                    Scopes.INTEGRATION_WRITE,
                    Scopes.SYNC_RUN);

    private static final String CREATE = "SELECT learnamp.create_company(?, ?, ?) AS id";

    private static final String OWNER =
            """
            INSERT INTO learnamp.users (
                company_id, email, first_name, last_name, time_zone, language, role, status, password_hash)
            VALUES (?, ?, ?, ?, ?, ?, 'owner', 'confirmed', ?) RETURNING id
            """;

    private final CompanyScope scope;
    private final ClientSecrets secrets;

    CreateCompany(CompanyScope scope, ClientSecrets secrets) {
        this.scope = scope;
        this.secrets = secrets;
    }

    record Created(CompanyId company, long owner, String clientId, String clientSecret) {

        @Override
        public String toString() {
            return "Created[" + company + "]";
        }
    }

    Created create(NewCompany wanted) {
        String passwordHash = BcryptUtil.bcryptHash(wanted.owner().password());
        return scope.ofNoCompany(transaction -> {
            CompanyId company =
                    transaction
                            .first(
                                    CREATE,
                                    row -> new CompanyId(row.number("id")),
                                    wanted.name(),
                                    wanted.timeZone(),
                                    wanted.language())
                            .orElseThrow();
            transaction.workFor(company);
            long owner = owner(transaction, company, wanted, passwordHash);
            String client = "company-" + company + "-" + UUID.randomUUID();
            String secret = secrets.issue(client, company, wanted.name(), SCOPES);
            return new Created(company, owner, client, secret);
        });
    }

    private static long owner(
            StoreTransaction transaction, CompanyId company, NewCompany wanted, String passwordHash)
            throws SQLException {
        return transaction
                .first(
                        OWNER,
                        row -> row.number("id"),
                        company.value(),
                        wanted.owner().email(),
                        wanted.owner().firstName(),
                        wanted.owner().lastName(),
                        wanted.timeZone(),
                        wanted.language(),
                        passwordHash)
                .orElseThrow();
    }
}
