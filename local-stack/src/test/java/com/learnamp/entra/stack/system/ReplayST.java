package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.ports.Port;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company of its own, replayed from the topics alone: nothing is read from Entra meanwhile. */
class ReplayST {

    private static final AtomicReference<Long> COMPANY = new AtomicReference<>();

    private static final List<String> LOSE =
            List.of(
                    "DELETE FROM provisioning.drift WHERE company_id = ?",
                    "DELETE FROM provisioning.history WHERE company_id = ?",
                    "DELETE FROM provisioning.attention WHERE company_id = ?",
                    "DELETE FROM provisioning.withheld WHERE company_id = ?",
                    "DELETE FROM provisioning.invitations WHERE company_id = ?",
                    "DELETE FROM provisioning.ledger WHERE company_id = ?",
                    "UPDATE learnamp.users SET manager_id = NULL, primary_team_id = NULL WHERE"
                            + " company_id = ?",
                    "DELETE FROM learnamp.users WHERE company_id = ? AND role <> 'owner'",
                    "DELETE FROM learnamp.teams WHERE company_id = ?");

    /** Guests without an address are in the directory, and never in the store. */
    private static final String REJECTED = "rejected";

    private final RunningSystem system = RunningSystem.get();
    private final ConsoleApi console = new ConsoleApi(system.stack().address(Port.CONSOLE));
    private final String token =
            console.token(
                    system.stack().secrets().opsClientId(),
                    system.stack().secrets().opsClientSecret(),
                    "ops ops:replay");
    private final long company = company();
    private final StoreReading store = new StoreReading(system.stack(), company);

    @ParameterizedTest
    @ValueSource(strings = {"mapper", "writer"})
    void everythingReplayedChangesNothing(String into) throws Exception {
        readsStandStill(() -> {
            Set<String> people = people();
            Set<String> changes = store.changes();

            JsonNode replay = replay(into, false);

            assertThat(replay.path("published").asLong()).isGreaterThanOrEqualTo(people.size() - 1);
            assertThat(outcomes(replay))
                    .isSubsetOf("unchanged", "older", REJECTED)
                    .contains("unchanged");
            assertThat(people()).isEqualTo(people);
            assertThat(store.changes()).isEqualTo(changes);
        });
    }

    @Test
    void whatWasLostIsRebuiltFromTheTopicsAlone() throws Exception {
        readsStandStill(() -> {
            Set<String> before = people();
            lose();
            assertThat(people()).hasSize(1);

            JsonNode trial = replay("mapper", true);
            assertThat(outcomes(trial)).containsOnly("created", REJECTED);
            assertThat(people()).hasSize(1);
            JsonNode replay = replay("mapper", false);

            assertThat(outcomes(replay)).containsOnly("created", REJECTED);
            assertThat(people()).isEqualTo(before);
        });
    }

    /** What is done while nothing is read from Entra for the company. */
    private interface Work {
        void run() throws Exception;
    }

    private void readsStandStill(Work work) throws Exception {
        ObjectNode reads = JsonNodeFactory.instance.objectNode().put("what", "reads");
        console.post(
                "/api/companies/" + company + "/pauses",
                token,
                reads.deepCopy().put("reason", "test"));
        try {
            work.run();
        } finally {
            console.post("/api/companies/" + company + "/pauses/resume", token, reads);
        }
    }

    private JsonNode replay(String into, boolean trial) throws Exception {
        JsonNode asked =
                console.post(
                        "/api/replays",
                        token,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("company", company)
                                .put("into", into)
                                .put("trial", trial)
                                .put("reason", "test"));
        String path = "/api/replays/" + asked.path("id").asText();
        Await.nothing(
                Duration.ofMinutes(3),
                () -> {
                    JsonNode now = console.get(path, token);
                    return now.path("state").asText().equals("finished")
                            ? List.of()
                            : List.of("goes on: " + now);
                });
        return console.get(path, token);
    }

    private static Set<String> outcomes(JsonNode replay) {
        Set<String> outcomes = new TreeSet<>();
        replay.path("people").fieldNames().forEachRemaining(outcomes::add);
        return outcomes;
    }

    private void lose() throws SQLException {
        try (Connection connection = system.stack().connectToStore()) {
            for (String sql : LOSE) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setLong(1, company);
                    statement.executeUpdate();
                }
            }
        }
    }

    /** Everything but the numbers that the store has given. */
    private Set<String> people() throws SQLException {
        List<StoredPerson> people = store.people();
        Map<Long, String> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.id(), person.email()));
        return people.stream()
                .map(person -> described(person, byId))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String described(StoredPerson person, Map<Long, String> byId) {
        String text = person.toString();
        return text.replaceFirst("id=[0-9]+", "")
                .replace("manager=" + person.manager(), "manager=" + byId.get(person.manager()));
    }

    private long company() {
        synchronized (COMPANY) {
            Long made = COMPANY.get();
            if (made == null) {
                made = connected();
                COMPANY.set(made);
            }
            return made;
        }
    }

    private long connected() {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("name", "Replayed Company");
        wanted.putObject("owner")
                .put("email", "owner@replayed.example")
                .put("firstName", "Robin")
                .put("lastName", "Owner")
                .put("password", "correct horse battery");
        long id = console.post("/api/companies", token, wanted).path("id").asLong();
        CompanySync sync = new CompanySync(console, token, id);
        JsonNode preview =
                sync.follow(
                        sync.connect(tenant(), system.directory().subgroup(20, 300).id())
                                .orElseThrow(),
                        line -> {});
        JsonNode run = sync.follow(sync.confirm(preview), line -> {});
        assertThat(RunFigures.succeeded(run)).as("%s", run).isTrue();
        return id;
    }

    /** That of the demo company. */
    private String tenant() {
        return console.get("/api/companies/" + system.demo().company().id() + "/integration", token)
                .path("tenantId")
                .asText();
    }
}
