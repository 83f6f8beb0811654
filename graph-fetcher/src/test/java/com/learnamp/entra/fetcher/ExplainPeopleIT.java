package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Entra says of somebody of whom an admin asks. */
class ExplainPeopleIT {

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void theWayFromTheCompanysGroupIsToldAndOfStrangersNoMoreThanWhoTheyAre() throws Exception {
        Customer customer = Surroundings.customer(40).mapping("employeeId").connected();
        try (Heard heard = customer.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
        }
        Entry deepest = memberOfDeepest(customer);
        customer.directory()
                .update(deepest.id(), Map.of("displayName", "Ruth O'Hara", "employeeId", "E17"));
        String name = principalName(deepest);

        JsonNode byAddress = explained(customer, name, List.of());
        JsonNode byName = explained(customer, "ruth o'h", List.of());

        assertThat(byName).isEqualTo(byAddress).hasSize(1);
        JsonNode ruth = byAddress.get(0);
        assertThat(ruth.path("state").asText()).isEqualTo("PRESENT");
        assertThat(ruth.path("member").asBoolean()).isTrue();
        assertThat(ruth.path("attributes").path("additional").path("employeeId").asText())
                .isEqualTo("E17");
        List<String> chain = chain(ruth);
        assertThat(chain.getFirst()).isEqualTo(customer.groupId());
        assertThat(chain).hasSizeGreaterThan(1);
        assertThat(isDirectlyIn(customer, chain.getLast(), deepest)).isTrue();
        assertThat(ruth.path("chain").get(0).path("name").asText()).isNotBlank();

        JsonNode stranger = explained(customer, customer.stranger(), List.of()).get(0);

        assertThat(stranger.path("state").asText()).isEqualTo("PRESENT");
        assertThat(stranger.path("member").asBoolean()).isFalse();
        assertThat(stranger.path("chain")).isEmpty();
        assertThat(stranger.hasNonNull("attributes")).isFalse();
    }

    @Test
    void whoeverIsGoneOrWasNeverThereIsToldSo() throws Exception {
        Customer customer = Surroundings.customer(20).connected();
        EntraObjectId gone = EntraObjectId.parse(customer.people().getFirst().id());
        customer.directory().delete(gone.toString());
        UUID nobody = UUID.randomUUID();

        assertThat(
                        explained(customer, "nobody@marlowe.example", List.of(gone))
                                .get(0)
                                .path("state"))
                .hasToString("\"IN_BIN\"");
        assertThat(explained(customer, nobody.toString(), List.of()).get(0).path("state"))
                .hasToString("\"ABSENT\"");
        assertThat(explained(customer, "nobody@marlowe.example", List.of())).isEmpty();
    }

    private static JsonNode explained(Customer customer, String about, List<EntraObjectId> known)
            throws Exception {
        UUID question = UUID.randomUUID();
        customer.ask(
                new SyncRequest.ExplainPerson(
                        customer.company(),
                        question,
                        customer.tenantId(),
                        customer.group(),
                        about,
                        known,
                        Instant.now()));
        String read = "SELECT people::text FROM directory.explanations WHERE question_id = ?";
        Store.await().until(() -> Store.text(read, question).isPresent());
        return MessageCodec.mapper().readTree(Store.text(read, question).orElseThrow());
    }

    private static Entry memberOfDeepest(Customer customer) {
        DirectoryView now = customer.directory().now();
        return customer.people().stream()
                .filter(person ->
                        now.memberOf(person).stream()
                                .noneMatch(group -> group.id().equals(customer.groupId())))
                .findFirst()
                .orElseThrow();
    }

    private static String principalName(Entry person) {
        return person.object().text("userPrincipalName").orElseThrow();
    }

    private static boolean isDirectlyIn(Customer customer, String group, Entry person) {
        DirectoryView now = customer.directory().now();
        return now.isDirectMember(
                now.live(group).orElseThrow(), now.live(person.id()).orElseThrow());
    }

    private static List<String> chain(JsonNode person) {
        List<String> ids = new ArrayList<>();
        person.path("chain").forEach(group -> ids.add(group.path("id").asText()));
        return ids;
    }
}
