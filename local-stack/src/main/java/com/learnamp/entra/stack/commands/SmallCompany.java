package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.options.StackProblem;
import java.time.Duration;

/**
 * One of many companies, with a simulated tenant of its own.
 *
 * @param tenant in the simulator
 * @param group whose members are followed
 * @param person one of them
 */
record SmallCompany(long id, String tenant, String group, String person, CompanySync sync) {

    /** To its people and to its groups. */
    private static final int SUBSCRIPTIONS = 2;

    private static final Duration SUBSCRIBED_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

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
        made.awaitSubscriptions(by.simulator());
        return made;
    }

    /** What changes before is found by the next check alone, minutes later. */
    private void awaitSubscriptions(SimulatorControls simulator) {
        long start = System.nanoTime();
        while (simulator.subscriptions(tenant) < SUBSCRIPTIONS) {
            if (System.nanoTime() - start > SUBSCRIBED_WITHIN.toNanos()) {
                throw new StackProblem("Company " + id + " has no subscriptions: see ./dev logs");
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StackProblem("interrupted");
            }
        }
    }

    private void firstSync() {
        JsonNode preview = sync.follow(sync.connect(tenant, group).orElseThrow(), line -> {});
        JsonNode ended = sync.follow(sync.confirm(preview), line -> {});
        if (!RunFigures.succeeded(ended)) {
            throw new StackProblem(RunFigures.describe(ended));
        }
    }
}
