package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.api.ClientSecrets;
import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.store.ApiClients;
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

    private final BootstrapConfig config;
    private final ApiClients clients;
    private final ClientSecrets secrets;
    private final CompanyScope scope;

    Bootstrap(
            BootstrapConfig config, ApiClients clients, ClientSecrets secrets, CompanyScope scope) {
        this.config = config;
        this.clients = clients;
        this.secrets = secrets;
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
        if (clients.find(id).isEmpty()) {
            secrets.save(
                    id, secret, null, config.staffName(), Set.of(Scopes.OPS, Scopes.OPS_REPLAY));
        }
    }

    private void addStaff(String email, String password) {
        String hash = BcryptUtil.bcryptHash(password);
        scope.ofNoCompany(transaction ->
                transaction.update(
                        STAFF, email.strip().toLowerCase(Locale.ROOT), config.staffName(), hash));
    }
}
