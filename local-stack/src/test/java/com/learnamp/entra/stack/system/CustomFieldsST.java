package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.ports.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** From an attribute in Entra to a custom field in Learn Amp's own API. */
class CustomFieldsST {

    private static final String SHIFT = "extension_5e4b1c0d9f8a47b6a3c2d1e0f9a8b7c6_shift";

    private final RunningSystem system = RunningSystem.get();

    @Test
    void attributesExtensionsAndExpressionsArriveInLearnAmpsApi() throws Exception {
        Await.equality(system, Duration.ofMinutes(2));
        JsonNode somebody = somebody(person -> !costCentre(person).isEmpty());

        Await.nothing(Duration.ofMinutes(1), this::differences);
        assertThat(wanted().values())
                .anySatisfy(fields -> assertThat(fields).hasSize(3))
                .anySatisfy(fields -> assertThat(fields).hasSize(1));

        system.directory().change(somebody.path("id").asText(), "employeeId", "E4711");

        Await.nothing(Duration.ofMinutes(2), this::differences);
        assertThat(told().get(somebody.path("id").asText())).containsEntry("Staff number", "4711");
    }

    /** People of the group who have other custom fields in the API than the mappings give. */
    private List<String> differences() {
        Map<String, Map<String, String>> told = told();
        List<String> differences = new ArrayList<>();
        wanted().forEach((person, fields) -> {
            Map<String, String> had = told.get(person);
            if (had != null && !had.equals(fields)) {
                differences.add(person + " has " + had + " instead of " + fields);
            }
        });
        return differences;
    }

    /** By object id, as the directory says. */
    private Map<String, Map<String, String>> wanted() {
        Map<String, Map<String, String>> wanted = new HashMap<>();
        for (JsonNode person : system.directory().scope()) {
            if (system.deletedBefore().contains(person.path("id").asText())) {
                continue;
            }
            Map<String, String> fields = new TreeMap<>();
            put(fields, "Cost centre", costCentre(person));
            put(fields, "Shift", person.path(SHIFT).asText(""));
            put(fields, "Staff number", person.path("employeeId").asText("").replace("E", ""));
            wanted.put(person.path("id").asText(), fields);
        }
        return wanted;
    }

    private static String costCentre(JsonNode person) {
        return person.path("onPremisesExtensionAttributes").path("extensionAttribute1").asText("");
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isBlank() && !value.equals("null")) {
            fields.put(name, value.strip());
        }
    }

    private JsonNode somebody(Function<JsonNode, Boolean> condition) {
        for (JsonNode person : system.directory().scope()) {
            if (condition.apply(person) && person.path("userType").asText().equals("Member")) {
                return person;
            }
        }
        throw new AssertionError("nobody is so");
    }

    /** By object id, as Learn Amp's API tells. */
    private Map<String, Map<String, String>> told() {
        ConsoleApi console = new ConsoleApi(system.stack().address(Port.CONSOLE));
        DemoCompany company = system.demo().company();
        String token = console.token(company.clientId(), company.clientSecret(), "users:read");
        Map<String, Map<String, String>> told = new HashMap<>();
        for (int page = 1; true; page++) {
            JsonNode users =
                    console.get("/v1/users?expanded=true&perPage=500&page=" + page, token)
                            .path("users");
            if (users.isEmpty()) {
                return told;
            }
            users.forEach(user -> {
                Map<String, String> fields = new TreeMap<>();
                user.path("customFields")
                        .forEach(field ->
                                fields.put(
                                        field.path("name").asText(), field.path("value").asText()));
                told.put(user.path("integrationExternalId").asText(), fields);
            });
        }
    }
}
