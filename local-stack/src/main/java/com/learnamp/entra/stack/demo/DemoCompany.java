package com.learnamp.entra.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.home.OwnersFile;
import com.learnamp.entra.stack.home.Secrets;
import java.nio.file.Path;

/**
 * The company that the local stack makes for whoever tries it.
 *
 * @param owner the address with which its Owner signs in
 * @param clientId of the company's API client
 */
public record DemoCompany(
        long id, String name, String owner, String clientId, String clientSecret) {

    private static final String NAME = "Demo Company";
    private static final String OWNER = "owner@demo.example";

    /** As it was made before, else made now. */
    public static DemoCompany in(Path file, ConsoleApi console, Secrets secrets) {
        OwnersFile kept = new OwnersFile(file);
        return kept.read(DemoCompany.class)
                .orElseGet(() -> {
                    DemoCompany made = create(console, secrets);
                    kept.write(made);
                    return made;
                });
    }

    private static DemoCompany create(ConsoleApi console, Secrets secrets) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("name", NAME);
        wanted.putObject("owner")
                .put("email", OWNER)
                .put("firstName", "Robin")
                .put("lastName", "Owner")
                .put("password", secrets.ownerPassword());
        JsonNode made = console.post("/api/companies", operations(console, secrets), wanted);
        return new DemoCompany(
                made.path("id").asLong(),
                NAME,
                OWNER,
                made.path("apiClient").path("clientId").asText(),
                made.path("apiClient").path("clientSecret").asText());
    }

    /** A token of Learn Amp's operations, who alone may bind a tenant by hand. */
    public static String operations(ConsoleApi console, Secrets secrets) {
        return console.token(secrets.opsClientId(), secrets.opsClientSecret(), "ops");
    }

    @Override
    public String toString() {
        return "DemoCompany[" + id + "]";
    }
}
