package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;

/** Makes the first client of operations and the first member of staff, as configured. */
@ApplicationScoped
class Bootstrap {

    private static final String STAFF =
            """
            INSERT INTO learnamp.staff (email, name, password_hash) VALUES (?, ?, ?)
            ON CONFLICT (email) DO NOTHING
            """;

    /**
     * Another replica may be as far; and a client from before a scope existed gets it, as a new one
     * would.
     */
    private static final String CLIENT =
            """
            INSERT INTO learnamp.api_clients (client_id, name, secret_hash, scopes) VALUES (?, ?, ?, string_to_array(?, ' '))
            ON CONFLICT (client_id) DO UPDATE
                SET scopes = ARRAY(SELECT DISTINCT unnest(api_clients.scopes || excluded.scopes))
                WHERE api_clients.company_id IS NULL AND NOT api_clients.scopes @> excluded.scopes
            """;

    private static final Set<String> SCOPES = Set.of(Scopes.OPS, Scopes.OPS_REPLAY);

    private final BootstrapConfig config;
    private final CompanyScope scope;

    Bootstrap(BootstrapConfig config, CompanyScope scope) {
        this.config = config;
        this.scope = scope;
    }

    void start(@Observes StartupEvent event) {
        config.opsClientId()
                .ifPresent(
                        id -> config.opsClientSecret().ifPresent(secret -> addClient(id, secret)));
        config.staffEmail()
                .ifPresent(email ->
                        config.staffPassword().ifPresent(password -> addStaff(email, password)));
    }

    private void addClient(String id, String secret) {
        String hash = BcryptUtil.bcryptHash(secret);
        scope.ofNoCompany(transaction ->
                transaction.update(CLIENT, id, config.staffName(), hash, String.join(" ", SCOPES)));
    }

    private void addStaff(String email, String password) {
        String hash = BcryptUtil.bcryptHash(password);
        scope.ofNoCompany(transaction ->
                transaction.update(
                        STAFF, email.strip().toLowerCase(Locale.ROOT), config.staffName(), hash));
    }
}
