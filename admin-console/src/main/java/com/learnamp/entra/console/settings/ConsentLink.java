package com.learnamp.entra.console.settings;

import com.learnamp.entra.contracts.EntraTenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where an administrator of the tenant grants what we read. It proves nothing: whether it was
 * granted, a check of the connection tells.
 */
@ApplicationScoped
public class ConsentLink {

    private final String loginUrl;
    private final Optional<String> clientId;

    ConsentLink(
            @ConfigProperty(name = "console.graph.login-url") String loginUrl,
            @ConfigProperty(name = "console.graph.client-id") Optional<String> clientId) {
        this.loginUrl = loginUrl.replaceAll("/+$", "");
        this.clientId = clientId;
    }

    /** Empty while there is no tenant, or no application that consent could be given to. */
    public Optional<String> to(Optional<EntraTenantId> tenant) {
        return tenant.flatMap(known ->
                clientId.map(client ->
                        loginUrl
                                + "/"
                                + known
                                + "/adminconsent?client_id="
                                + URLEncoder.encode(client, StandardCharsets.UTF_8)));
    }
}
