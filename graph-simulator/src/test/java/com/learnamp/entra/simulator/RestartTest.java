package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.contract.GraphConversation;
import com.learnamp.entra.simulator.contract.Target;
import com.learnamp.entra.simulator.control.Scope;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.generator.Churn;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator with a data directory is the same simulator after a restart. */
class RestartTest {

    @TempDir private Path data;
    private SimulatorOptions options;

    @BeforeEach
    void keepEverything() {
        options = SimulatorOptions.forTests().withPeople(80).withDataDirectory(data);
    }

    @Test
    void directoryHistoryCertificatesAndTokensSurvive() throws Exception {
        List<DirectoryObject> people;
        List<Change> history;
        String link;
        String authority;
        GraphConversation graph;
        try (GraphSimulator before = GraphSimulator.start(options)) {
            churn(before, 1);
            graph = GraphConversation.signedIn(Target.of(before));
            link = graph.get("/users/delta?$deltatoken=latest&$select=id").deltaLink();
            churn(before, 2);
            people = people(before);
            history = before.directory().changes(0, 1_000);
            authority = Files.readString(before.loginCa());
        }
        try (GraphSimulator after = GraphSimulator.start(options.withPeople(5).withSeed(99))) {
            assertThat(people(after)).isEqualTo(people);
            assertThat(after.directory().changes(0, 1_000)).isEqualTo(history);
            assertThat(Files.readString(after.loginCa())).isEqualTo(authority);
            String moved = after.graphBaseUrl() + link.substring(link.indexOf("/users"));
            GraphConversation again = GraphConversation.signedIn(Target.of(after));
            assertThat(again.round(moved).values()).isNotEmpty();
        }
    }

    @Test
    void consentAdministratorsAndFurtherTenantsSurvive() {
        String tenantId = "11111111-2222-4333-8444-555555555555";
        try (GraphSimulator before = GraphSimulator.start(options)) {
            before.tenant().consent().revoke(before.clientId());
            before.tenant().setAdministrator("someone", true);
            before.addTenant(new TenantSettings(tenantId, 10, 3, "g", "other.example"));
        }
        try (GraphSimulator after = GraphSimulator.start(options)) {
            assertThat(after.tenant().consent().roles(after.clientId()).orElseThrow()).isEmpty();
            assertThat(after.tenant().administrators()).contains("someone").hasSize(2);
            GraphConversation graph = new GraphConversation(Target.of(after));
            assertThat(graph.token(tenantId, java.util.Map.of()).body()).contains("AADSTS700016");
        }
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsForgotten() throws Exception {
        try (GraphSimulator before = GraphSimulator.start(options)) {
            churn(before, 1);
        }
        Path changes = data.resolve("tenants/" + options.tenantId() + "/changes.jsonl");
        long whole = Files.lines(changes).count();
        Files.writeString(
                changes,
                "{\"sequence\":51,\"at\":\"2026-0",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        try (GraphSimulator after = GraphSimulator.start(options)) {
            assertThat(after.directory().now().sequence()).isEqualTo(whole);
            churn(after, 2);
        }
        try (GraphSimulator third = GraphSimulator.start(options)) {
            assertThat(third.directory().now().sequence()).isEqualTo(whole + 50);
        }
    }

    private static void churn(GraphSimulator simulator, long seed) {
        Churn.happen(simulator.directory(), simulator.groupId(), "contoso.example", 50, seed);
    }

    private static List<DirectoryObject> people(GraphSimulator simulator) {
        return Scope.people(simulator.directory().now(), simulator.groupId()).stream()
                .map(Entry::object)
                .toList();
    }
}
