package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.options.StackProblem;

/**
 * One of many companies, with a simulated tenant of its own.
 *
 * @param tenant in the simulator
 * @param group whose members are followed
 */
record SmallCompany(long id, String tenant, String group) {

    /**
     * Makes both, and follows the first sync to its end.
     *
     * @param token of operations
     * @param password of its Owner
     */
    static SmallCompany make(
            ConsoleApi console,
            String token,
            String password,
            SimulatorControls simulator,
            int number) {
        JsonNode tenant = simulator.addTenant(number);
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("name", "Company " + number);
        wanted.putObject("owner")
                .put("email", "owner-%d@many.example".formatted(number))
                .put("firstName", "Robin")
                .put("lastName", "Owner")
                .put("password", password);
        SmallCompany made =
                new SmallCompany(
                        console.post("/api/companies", token, wanted).path("id").asLong(),
                        tenant.path("id").asText(),
                        tenant.path("groupId").asText());
        made.firstSync(new CompanySync(console, token, made.id()));
        return made;
    }

    private void firstSync(CompanySync sync) {
        JsonNode preview = sync.follow(sync.connect(tenant, group).orElseThrow(), line -> {});
        JsonNode ended = sync.follow(sync.confirm(preview), line -> {});
        if (!RunFigures.succeeded(ended)) {
            throw new StackProblem(RunFigures.describe(ended));
        }
    }
}
