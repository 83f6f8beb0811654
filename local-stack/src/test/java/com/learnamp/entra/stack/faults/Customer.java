package com.learnamp.entra.stack.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.LocalStack;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.ports.Port;
import com.learnamp.entra.stack.system.StoreReading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A company of Learn Amp's that follows a tenant, without limits on how many may leave at once. */
record Customer(
        long company, ConsoleApi console, String token, CompanySync sync, LocalStack stack) {

    private static final String CONFIRM =
            "UPDATE provisioning.integrations SET confirmed_revision = scope_revision WHERE"
                    + " company_id = ?";

    private static final String AT_REST =
            """
            SELECT NOT EXISTS (SELECT FROM directory.listings WHERE company_id = ?
                               AND state IN ('queued', 'listing', 'checking_leavers'))
               AND NOT EXISTS (SELECT FROM directory.pending_lookup WHERE tenant_id = ?::uuid)
            """;

    static Customer make(TroubledStack surroundings, long seed) {
        LocalStack stack = surroundings.stack();
        ConsoleApi console = new ConsoleApi(stack.address(Port.CONSOLE));
        String token = DemoCompany.operations(console, stack.secrets());
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("name", "Seed " + seed);
        wanted.putObject("owner")
                .put("email", "owner-%d@troubled.example".formatted(seed))
                .put("firstName", "Robin")
                .put("lastName", "Owner")
                .put("password", stack.secrets().ownerPassword());
        long company = console.post("/api/companies", token, wanted).path("id").asLong();
        Customer customer =
                new Customer(
                        company, console, token, new CompanySync(console, token, company), stack);
        customer.sync().takeBrakeAway();
        return customer;
    }

    /** Its admin has said yes to the first sync before anybody knows what it would do. */
    void connect(TroubledTenant tenant) throws SQLException {
        console.put(
                "/api/companies/" + company + "/integration",
                token,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("tenantId", tenant.id())
                        .put("groupId", tenant.group()));
        try (Connection store = stack.connectToStore();
                PreparedStatement confirm = store.prepareStatement(CONFIRM)) {
            confirm.setLong(1, company);
            confirm.executeUpdate();
        }
        sync.connect(tenant.id(), tenant.group());
    }

    void pressSync() {
        sync.press();
    }

    StoreReading store() {
        return new StoreReading(stack, company);
    }

    /** What the page says of the connection to Entra: {@code ok}, or what is wrong. */
    String connection() {
        JsonNode connection =
                console.get("/api/companies/" + company + "/integration", token).path("connection");
        String state = connection.path("state").asText("unknown");
        return state.equals("ok") ? state : connection.path("category").asText(state);
    }

    /**
     * Whether nothing of its tenant waits to be read again, which might still undo what is right.
     */
    boolean isAtRest(TroubledTenant tenant) throws SQLException {
        try (Connection store = stack.connectToStore();
                PreparedStatement ask = store.prepareStatement(AT_REST)) {
            ask.setLong(1, company);
            ask.setString(2, tenant.id());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    void disconnect() {
        console.post(
                "/api/companies/" + company + "/integration/disconnect",
                token,
                JsonNodeFactory.instance.objectNode());
    }
}
