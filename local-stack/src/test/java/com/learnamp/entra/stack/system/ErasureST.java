package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.ports.Port;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody who is erased is nowhere any more, and a full sync does not bring him back. */
class ErasureST {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningSystem system = RunningSystem.get();
    private final CompanySync company = system.demo().sync();
    private final long id = system.demo().company().id();
    private final ConsoleApi console = new ConsoleApi(system.stack().address(Port.CONSOLE));
    private final String token = DemoCompany.operations(console, system.stack().secrets());

    @Test
    void whoeverIsErasedIsNowhereAfterTheNextFullSyncUntilAnAdminLetsHimComeBack()
            throws Exception {
        sync();
        Await.fullEquality(system, PATIENCE);
        StoredPerson person = somebodyWithReports();
        String object = Objects.requireNonNull(person.objectId());
        PersonalTraces traces = new PersonalTraces(system.stack(), object, person.email());
        assertThat(traces.inTables()).isNotEmpty();

        String erasure =
                console.post(
                                "/api/companies/%d/people/%d/erase".formatted(id, person.id()),
                                token,
                                JsonNodeFactory.instance.objectNode())
                        .path("erasure")
                        .asText();
        Await.nothing(PATIENCE, traces::inTables);
        sync();

        Await.nothing(PATIENCE, traces::inTables);
        assertThat(system.store().people()).noneMatch(row -> row.id() == person.id());
        String key = id + ":" + object;
        for (Topic lane : List.of(Topic.USERS, Topic.USERS_BULK)) {
            assertThat(traces.newest(lane, key)).as("%s", lane).isEqualTo(Optional.empty());
        }
        String state = id + ":" + person.id();
        Await.nothing(
                PATIENCE,
                () ->
                        traces.newest(Topic.USER_STATES, state).isPresent()
                                ? List.of("his state is still told")
                                : List.of());
        assertThat(UserEvents.all(system.stack(), id))
                .noneMatch(event -> event.user() == person.id());

        console.post(
                "/api/companies/%d/erasures/%s/lift".formatted(id, erasure),
                token,
                JsonNodeFactory.instance.objectNode());
        sync();
        Await.fullEquality(system, PATIENCE);
        assertThat(system.store().people())
                .filteredOn(row -> object.equals(row.objectId()))
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isNotEqualTo(person.id()));
    }

    private void sync() {
        assertThat(RunFigures.succeeded(company.follow(company.press(), line -> {}))).isTrue();
    }

    /** His id stands in other people's rows too. */
    private StoredPerson somebodyWithReports() throws Exception {
        List<StoredPerson> people = system.store().people();
        return people.stream()
                .filter(row -> row.objectId() != null && row.active())
                .filter(row -> row.role().equals("viewer"))
                .filter(row ->
                        people.stream()
                                .anyMatch(report -> Objects.equals(report.manager(), row.id())))
                .findFirst()
                .orElseThrow();
    }
}
