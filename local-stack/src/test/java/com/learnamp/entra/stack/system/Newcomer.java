package com.learnamp.entra.stack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.ports.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A company whose Owner has never been here, and the Entra tenant that it has.
 *
 * @param owner the e-mail to sign in with; the password is the demo Owner's
 * @param token of operations, who may do by the API what the Owner does by hand
 */
record Newcomer(
        long company,
        String owner,
        ConsoleApi console,
        String token,
        SimulatedDirectory directory,
        String group) {

    static Newcomer come(RunningSystem system, int people) {
        String tenant = UUID.randomUUID().toString();
        String domain = "marlowe-" + tenant.substring(0, 8) + ".example";
        String simulator = system.stack().address(Port.SIMULATOR);
        ObjectNode wanted =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", tenant)
                        .put("people", people)
                        .put("seed", 5)
                        .put("domain", domain)
                        .put("consented", true);
        JsonNode made =
                new SimulatedDirectory(simulator)
                        .send("POST", "/simulator/tenants", wanted.toString());
        String owner = "helen@" + domain;
        ConsoleApi console = new ConsoleApi(system.stack().address(Port.CONSOLE));
        String token = DemoCompany.operations(console, system.stack().secrets());
        return new Newcomer(
                join(console, token, owner, system.stack().secrets().ownerPassword()),
                owner,
                console,
                token,
                new SimulatedDirectory(simulator, tenant),
                made.path("groupId").asText());
    }

    private static long join(ConsoleApi console, String token, String owner, String password) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("name", "Marlowe Hythe");
        wanted.putObject("owner")
                .put("email", owner)
                .put("firstName", "Helen")
                .put("lastName", "Marsh")
                .put("password", password);
        return console.post("/api/companies", token, wanted).path("id").asLong();
    }

    CompanySync sync() {
        return new CompanySync(console, token, company);
    }

    /** Connected, and its first sync confirmed and done. */
    void joinIn() {
        JsonNode preview =
                sync().follow(sync().connect(directory.tenant(), group).orElseThrow(), line -> {});
        sync().follow(sync().confirm(preview), line -> {});
    }

    /** So many people who manage nobody are deleted in the directory. */
    void leave(int count) {
        Set<String> managers = new HashSet<>();
        directory.scope().forEach(person -> managers.add(person.path("manager").asText()));
        List<String> leavers = new ArrayList<>();
        directory.scope().forEach(person -> leavers.add(person.path("id").asText()));
        leavers.removeAll(managers);
        for (String id : leavers.subList(0, count)) {
            directory.send("DELETE", "/simulator/people/" + id, "");
        }
    }
}
