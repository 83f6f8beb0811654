package com.learnamp.entra.stack.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.faults.Event.Churn;
import com.learnamp.entra.stack.faults.Event.Deed;
import com.learnamp.entra.stack.faults.Event.Weather;
import com.learnamp.entra.stack.ports.Port;
import com.learnamp.entra.stack.system.SimulatedDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant of the simulator, and what happens to it. */
final class TroubledTenant {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TroubledStack surroundings;
    private final SimulatedDirectory directory;
    private final String group;

    private TroubledTenant(TroubledStack surroundings, SimulatedDirectory directory, String group) {
        this.surroundings = surroundings;
        this.directory = directory;
        this.group = group;
    }

    /** Of its own, with people by the seed and the app's permissions granted. */
    static TroubledTenant make(TroubledStack surroundings, Schedule schedule) {
        String id = UUID.randomUUID().toString();
        SimulatedDirectory directory =
                new SimulatedDirectory(surroundings.stack().address(Port.SIMULATOR), id);
        ObjectNode wanted =
                JSON.createObjectNode()
                        .put("id", id)
                        .put("people", schedule.people())
                        .put("seed", schedule.seed())
                        .put("domain", "seed-" + schedule.seed() + ".example")
                        .put("consented", true);
        JsonNode made =
                new SimulatedDirectory(directory.address(), "")
                        .send("POST", "/simulator/tenants", wanted.toString());
        return new TroubledTenant(surroundings, directory, made.path("groupId").asText());
    }

    String id() {
        return directory.tenant();
    }

    String group() {
        return group;
    }

    SimulatedDirectory directory() {
        return directory;
    }

    void suffer(Event event, Customer customer) {
        switch (event) {
            case Weather weather -> change(weather);
            case Churn churn -> directory.send("POST", "/simulator/churn", json(churn));
            case Deed deed -> suffer(deed, customer);
        }
    }

    private void change(Weather weather) {
        directory.send(
                "POST",
                "/simulator/faults/random",
                JSON.createObjectNode().put("seed", weather.seed()).toString());
        ObjectNode besides = JSON.valueToTree(weather.besides());
        switch (weather.group()) {
            case FORBIDDEN -> besides.putArray("forbiddenGroups").add(group);
            case VANISHED -> besides.putArray("vanishedGroups").add(group);
            case NONE -> {}
        }
        directory.send("PATCH", "/simulator/faults", besides.toString());
    }

    private void suffer(Deed deed, Customer customer) {
        switch (deed) {
            case CONSENT_REVOKED -> directory.send("DELETE", "/simulator/consent", "");
            case CONSENT_WITHOUT_GROUPS ->
                    directory.send(
                            "PUT",
                            "/simulator/consent",
                            "{\"roles\":[\"User.Read.All\",\"GroupMember.Read.All\"]}");
            case CONSENT_FORGOTTEN -> directory.send("POST", "/simulator/consent/forget", "");
            case CONSENT_GIVEN -> giveConsent();
            case TOKENS_REVOKED -> directory.send("POST", "/simulator/tokens/revoke", "");
            case LINKS_EXPIRED -> directory.send("POST", "/simulator/delta/expire", "{}");
            case SUBSCRIPTIONS_LOST -> loseSubscriptions();
            case REAUTHORIZATION_WANTED ->
                    directory.send("POST", "/simulator/subscriptions/reauthorization", "");
            case SYNC_PRESSED -> customer.pressSync();
            case FETCHER_KILLED -> surroundings.killFetcher();
            case FETCHER_RESTARTED -> surroundings.restartFetcher();
        }
    }

    private void loseSubscriptions() {
        for (JsonNode each : directory.send("GET", "/simulator/subscriptions", "")) {
            directory.send("DELETE", "/simulator/subscriptions/" + each.path("id").asText(), "");
        }
    }

    /** All is well again, but for what has happened meanwhile. */
    void calm() {
        directory.send("DELETE", "/simulator/faults", "");
        giveConsent();
    }

    private void giveConsent() {
        directory.send("PUT", "/simulator/consent", "{}");
    }

    /** When the person was in the group: since and until, the latter null if still. */
    List<Presence> presences(String person) {
        List<Presence> presences = new ArrayList<>();
        directory
                .send("GET", "/simulator/scope/intervals?person=" + person, "")
                .forEach(interval -> presences.add(Presence.of(interval)));
        return presences;
    }

    private static String json(Churn churn) {
        return JSON.valueToTree(Map.of("count", churn.changes(), "seed", churn.seed())).toString();
    }
}
