package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.options.StackProblem;

/**
 * One of many companies, with a simulated tenant of its own.
 *
 * @param tenant in the simulator
 * @param group whose members are followed
 * @param person one of them
 */
record SmallCompany(long id, String tenant, String group, String person, CompanySync sync) {

    /** Makes both, and follows the first sync to its end. */
    static SmallCompany make(MakeCompanies by, int number) {
        JsonNode tenant = by.simulator().addTenant(number);
        String tenantId = tenant.path("id").asText();
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("name", "Company " + number);
        wanted.putObject("owner")
                .put("email", "owner-%d@many.example".formatted(number))
                .put("firstName", "Robin")
                .put("lastName", "Owner")
                .put("password", by.password());
        long id = by.console().post("/api/companies", by.token(), wanted).path("id").asLong();
        SmallCompany made =
                new SmallCompany(
                        id,
                        tenantId,
                        tenant.path("groupId").asText(),
                        by.simulator().member(tenantId),
                        new CompanySync(by.console(), by.token(), id));
        made.firstSync();
        return made;
    }

    private void firstSync() {
        JsonNode preview = sync.follow(sync.connect(tenant, group).orElseThrow(), line -> {});
        JsonNode ended = sync.follow(sync.confirm(preview), line -> {});
        if (!RunFigures.succeeded(ended)) {
            throw new StackProblem(RunFigures.describe(ended));
        }
    }
}
