package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commands that a replay says once more make good what was lost, and change nothing else. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class ReplayIT {

    private static final String LOOKS = Topic.SYNC_REQUESTS.topicName();

    @Inject ApplyCommands applyCommands;

    private final StoredCompany company = StoredCompany.create();
    private final UUID id = UUID.randomUUID();
    private final Origin replay = Origin.ofReplay(new Origin.Replay(id, false));
    private final Origin trial = Origin.ofReplay(new Origin.Replay(id, true));

    @Test
    void whatWasLostIsMadeGoodAndToldOnce() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));
        company.set(company.userId(ruth.object()), "location", null);

        applyCommands.applyBulk(Poll.of(ruth.from(replay).upsert(1)));
        applyCommands.applyBulk(Poll.of(ruth.from(replay).upsert(1)));

        assertThat(company.user(ruth.object())).containsEntry("location", "Cork");
        assertThat(company.history()).hasSize(2);
        assertThat(company.history().getLast()).containsEntry("cause", "replay");
        assertThat(figures())
                .containsExactlyInAnyOrderEntriesOf(Map.of("updated", "1", "unchanged", "1"));
    }

    @Test
    void everythingReplayedInRandomOrderChangesNothing() {
        List<Sample> people = new ArrayList<>();
        List<ProvisioningCommand> said = new ArrayList<>();
        for (int person = 0; person < 12; person++) {
            Sample one = Sample.of(company).jobTitle("Title " + person);
            people.add(person == 0 ? one : one.managedBy(people.getFirst()));
            said.add(people.get(person).department("Before").upsert(10 + person));
            said.add(
                    person % 5 == 4
                            ? people.get(person).deactivate(30 + person)
                            : people.get(person).upsert(30 + person));
        }
        said.forEach(command -> applyCommands.applyLive(Poll.of(command)));
        List<String> before = state();

        List<ProvisioningCommand> again = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            Sample one = people.get(person).from(replay);
            again.add(one.department("Before").upsert(10 + person));
            again.add(person % 5 == 4 ? one.deactivate(30 + person) : one.upsert(30 + person));
        }
        Random random = new Random(7);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(again, random);
            for (int from = 0; from < again.size(); from += 5) {
                applyCommands.applyBulk(
                        Poll.of(
                                again.subList(from, Math.min(again.size(), from + 5))
                                        .toArray(ProvisioningCommand[]::new)));
            }
        }

        assertThat(state()).isEqualTo(before);
        assertThat(figures().keySet()).containsExactlyInAnyOrder("unchanged", "older");
    }

    @Test
    void nobodyIsDeactivatedByAReplayButLookedAtAnew() {
        Sample ruth = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1)));

        applyCommands.applyBulk(Poll.of(ruth.from(trial).deactivate(2)));
        assertThat(company.outbox(LOOKS)).isEmpty();
        applyCommands.applyBulk(Poll.of(ruth.from(replay).deactivate(2)));

        assertThat(company.user(ruth.object())).containsEntry("status", "not_invited");
        assertThat(company.outbox(LOOKS)).hasSize(1);
        assertThat(figures()).isEqualTo(Map.of("waiting", "2"));
    }

    @Test
    void aTrialTellsWhatWouldChangeAndChangesNothing() {
        Sample ruth = Sample.of(company);
        Sample omar = Sample.of(company);
        Sample same = Sample.of(company);
        applyCommands.applyLive(Poll.of(ruth.upsert(1), same.upsert(1)));
        List<String> before = state();

        applyCommands.applyBulk(
                Poll.of(
                        ruth.jobTitle("Director").department("A new team").from(trial).upsert(2),
                        omar.from(trial).upsert(2),
                        same.from(trial).upsert(1)));

        assertThat(state()).isEqualTo(before);
        assertThat(figures()).isEqualTo(Map.of("updated", "1", "created", "1", "unchanged", "1"));
        assertThat(tried())
                .hasSize(2)
                .anySatisfy(row ->
                        assertThat(row)
                                .containsEntry("object_id", ruth.object().toString())
                                .hasEntrySatisfying(
                                        "changes",
                                        changes ->
                                                assertThat(changes)
                                                        .contains("Director", "A new team")));
    }

    @Test
    void aTrialHidesNoRealCommandOfTheSamePoll() {
        Sample ruth = Sample.of(company);

        applyCommands.applyBulk(
                Poll.of(ruth.upsert(1), ruth.jobTitle("Director").from(trial).upsert(2)));

        assertThat(company.user(ruth.object())).containsEntry("job_title", "Engineer");
        assertThat(figures()).isEqualTo(Map.of("updated", "1"));
    }

    @Test
    void aReplayInvitesNobody() {
        StoredCompany inviting = StoredCompany.invitingAtOnce();

        applyCommands.applyBulk(Poll.of(Sample.of(inviting).from(replay).upsert(1)));

        assertThat(inviting.users()).hasSize(2);
        assertThat(inviting.invitations()).isEmpty();
    }

    private Map<String, String> figures() {
        return StoredCompany.rows(
                        "SELECT outcome, people FROM provisioning.replay_figures WHERE replay_id = ?",
                        id)
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> String.valueOf(row.get("outcome")),
                                row -> String.valueOf(row.get("people"))));
    }

    private List<Map<String, @Nullable String>> tried() {
        return StoredCompany.rows(
                "SELECT object_id, outcome, changes FROM provisioning.replay_people WHERE"
                        + " replay_id = ?",
                id);
    }

    /** Everything that a change would show in. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        state.add(company.users().toString());
        state.add(company.teams().toString());
        state.add(company.history().toString());
        return state;
    }
}
