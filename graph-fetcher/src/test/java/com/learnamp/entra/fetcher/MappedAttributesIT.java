package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.UserSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a company's own mappings need is read for it, wherever people are read. */
class MappedAttributesIT {

    private static final String SHIFT = "extension_5e4b1c0d9f8a47b6a3c2d1e0f9a8b7c6_shift";

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void exactlyWhatIsMappedIsToldAndNothingOfItToANeighbour() {
        Customer customer =
                Surroundings.customer(40)
                        .mapping("employeeId", "extensionAttribute1", "costCenter", SHIFT);
        EntraObjectId person = EntraObjectId.parse(customer.people().getFirst().id());
        bear(customer, person, "CC-1", "Night");
        Customer neighbour = customer.neighbour(customer.groupId()).connected();
        try (Heard heard = customer.connected().listening();
                Heard neighbours = neighbour.listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            neighbours.runEnded(neighbour.sync(RunTrigger.INITIAL));

            assertThat(additional(heard, person))
                    .isEqualTo(
                            Map.of(
                                    "employeeId",
                                    "E1",
                                    "extensionAttribute1",
                                    "CC-1",
                                    "costCenter",
                                    "CC-ORG",
                                    SHIFT,
                                    "Night"));
            assertThat(heard.inScope().values())
                    .allSatisfy(snapshot ->
                            assertThat(snapshot.attributes().additional().keySet())
                                    .isSubsetOf(
                                            "employeeId",
                                            "extensionAttribute1",
                                            "costCenter",
                                            SHIFT));
            assertThat(Customer.told(neighbours)).isEqualTo(neighbour.truth());

            // The way of notifications: one reading serves both.
            bear(customer, person, "CC-2", "Day");
            heard.until("the change", () -> hasCostCentre(heard, person, "CC-2"));
            customer.directory().update(person.toString(), Map.of("jobTitle", "Heard by both"));
            neighbours.until("the title", () -> neighbours.hasTitle(person, "Heard by both"));
            assertThat(Customer.told(neighbours)).isEqualTo(neighbour.truth());
        }
    }

    @Test
    void aChangedMappingIsReadInTheNextRunAndFollowedFromThenOn() {
        Customer customer = Surroundings.customer(40).withoutManagers();
        customer.faults(Map.of("subscriptionQuota", 0));
        EntraObjectId person = EntraObjectId.parse(customer.people().getFirst().id());
        bear(customer, person, "CC-1", "Night");
        try (Heard heard = customer.connected().listening()) {
            heard.runEnded(customer.sync(RunTrigger.INITIAL));
            assertThat(additional(heard, person)).isEmpty();

            customer.mapping("extensionAttribute1").connected();
            heard.runEnded(customer.sync(RunTrigger.SETTINGS));

            assertThat(additional(heard, person)).isEqualTo(Map.of("extensionAttribute1", "CC-1"));

            // Graph calls nobody: the link that delta queries begin with tells of it.
            bear(customer, person, "CC-2", "Night");
            heard.until("the change", () -> hasCostCentre(heard, person, "CC-2"));
            Store.await().until(() -> linksOfUsers(customer) == 1);
        }
    }

    @Test
    void whatTheTenantDoesNotKnowIsLeftOutAndSaidToBeUnread() {
        Customer customer = Surroundings.customer(20).mapping("employeeId", SHIFT);
        EntraObjectId person = EntraObjectId.parse(customer.people().getFirst().id());
        bear(customer, person, "CC-1", "Night");
        customer.faults(Map.of("missingAttributes", List.of(SHIFT)));
        customer.connected();
        try (Heard heard = customer.listening()) {
            assertThat(heard.runEnded(customer.sync(RunTrigger.INITIAL)).outcome())
                    .isInstanceOf(RunEnded.Outcome.Complete.class);
            assertThat(attributes(heard, person).additional())
                    .isEqualTo(Map.of("employeeId", "E1"));
            assertThat(attributes(heard, person).unread()).containsExactly(SHIFT);
            Store.await()
                    .until(() ->
                            Store.text(
                                            "SELECT unknown_attributes::text FROM"
                                                    + " directory.connections WHERE company_id = ?",
                                            customer.company().value())
                                    .equals(Optional.of("{" + SHIFT + "}")));

            customer.directory().update(person.toString(), Map.of("employeeId", "E2"));

            heard.until(
                    "the change of what is known",
                    () -> "E2".equals(additional(heard, person).get("employeeId")));
            assertThat(sample(customer, List.of(SHIFT), List.of()))
                    .contains("no attribute " + SHIFT);

            customer.faults(Map.of());

            assertThat(sample(customer, List.of(SHIFT), List.of())).doesNotContain("no attribute");
            heard.runEnded(customer.sync(RunTrigger.MANUAL));
            assertThat(attributes(heard, person).unread()).isEmpty();
            assertThat(additional(heard, person)).containsEntry(SHIFT, "Night");
        }
    }

    private static EntraUser attributes(Heard heard, EntraObjectId person) {
        return Objects.requireNonNull(heard.inScope().get(person)).attributes();
    }

    @Test
    void someOfTheGroupAreReadForAMappingThatIsNotSavedYet() {
        Customer customer = Surroundings.customer(20).connected();
        EntraObjectId person = EntraObjectId.parse(customer.people().getFirst().id());
        EntraObjectId stranger = EntraObjectId.parse(customer.stranger());
        bear(customer, person, "CC-1", "Night");

        assertThat(sample(customer, List.of(person, stranger)))
                .contains(person.toString())
                .contains("\"extensionAttribute1\": \"CC-1\"")
                .doesNotContain("unmapped")
                .doesNotContain(stranger.toString());
        assertThat(sample(customer, List.of()).split("userPrincipalName")).hasSize(6);
    }

    /** What was read, as JSON. */
    private static String sample(Customer customer, List<EntraObjectId> people) {
        return sample(customer, List.of("extensionAttribute1"), people);
    }

    /** Or why nobody was. */
    private static String sample(
            Customer customer, List<String> attributes, List<EntraObjectId> people) {
        UUID sample = UUID.randomUUID();
        customer.ask(
                new SyncRequest.ReadSample(
                        customer.company(),
                        sample,
                        customer.tenantId(),
                        customer.group(),
                        attributes,
                        people,
                        Instant.now()));
        String read =
                "SELECT coalesce(failure, people::text) FROM directory.samples WHERE sample_id = ?";
        Store.await().until(() -> Store.text(read, sample).isPresent());
        return Store.text(read, sample).orElseThrow();
    }

    private static void bear(
            Customer customer, EntraObjectId person, String costCentre, String shift) {
        customer.directory()
                .update(
                        person.toString(),
                        Map.of(
                                "employeeId",
                                "E1",
                                "onPremisesExtensionAttributes",
                                Map.of(
                                        "extensionAttribute1",
                                        costCentre,
                                        "extensionAttribute2",
                                        "unmapped"),
                                "employeeOrgData",
                                Map.of("costCenter", "CC-ORG", "division", "unmapped"),
                                SHIFT,
                                shift));
    }

    private static boolean hasCostCentre(Heard heard, EntraObjectId person, String costCentre) {
        return costCentre.equals(additional(heard, person).get("extensionAttribute1"));
    }

    private static Map<String, String> additional(Heard heard, EntraObjectId person) {
        UserSnapshot snapshot = heard.inScope().get(person);
        return snapshot == null ? Map.of() : snapshot.attributes().additional();
    }

    private static int linksOfUsers(Customer customer) {
        return Store.text(
                        "SELECT count(*)::text FROM directory.delta_links"
                                + " WHERE tenant_id = ? AND resource LIKE 'users%'",
                        customer.tenantId().value())
                .map(Integer::parseInt)
                .orElse(0);
    }
}
