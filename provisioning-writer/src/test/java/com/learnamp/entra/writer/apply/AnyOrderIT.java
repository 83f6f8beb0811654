package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.UserCommand;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the order, the batches and the repetitions, the same commands give the same store. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class AnyOrderIT {

    private static final int PEOPLE = 9;
    private static final int VERSIONS = 4;

    @Inject ApplyCommands applyCommands;

    @ParameterizedTest
    @ValueSource(
            longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181})
    void anyOrderOfTheSameCommandsGivesTheSameStore(long seed) {
        StoredCompany company = StoredCompany.create();
        List<Sample> people = people(company);
        Random random = new Random(seed);
        List<UserCommand> commands = new ArrayList<>();
        Map<String, Expected> expected = new TreeMap<>();
        for (Sample person : people) {
            for (int version = 1; version <= VERSIONS; version++) {
                commands.add(random(person, version, people, random, expected));
            }
        }

        deliver(commands, random);

        assertThat(stored(company, people)).isEqualTo(linked(expected));
        assertThat(danglingManagers(company)).isEmpty();
        assertThat(wrongCounters(company)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void addressesEndWhereEntraHasThemHoweverTheyArePassedRound(long seed) {
        StoredCompany company = StoredCompany.create();
        List<Sample> people = people(company);
        Random random = new Random(seed);
        List<UserCommand> commands = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        for (int version = 1; version <= VERSIONS; version++) {
            List<Sample> holders = new ArrayList<>(people);
            Collections.shuffle(holders, random);
            for (int index = 0; index < PEOPLE; index++) {
                String email = people.get(index).email();
                commands.add(holders.get(index).email(email).upsert(version));
                expected.put(holders.get(index).object().toString(), email);
            }
        }

        deliver(commands, random);

        Map<String, String> stored = new TreeMap<>();
        people.forEach(person ->
                stored.put(
                        person.object().toString(),
                        String.valueOf(company.user(person.object()).get("email"))));
        assertThat(stored).isEqualTo(expected);
        people.forEach(person -> assertThat(company.attention(person.object())).isEmpty());
    }

    /** What a person shall be; absent if he is not active. */
    private record Expected(
            String email, @Nullable String jobTitle, String team, @Nullable String manager) {}

    private static List<Sample> people(StoredCompany company) {
        List<Sample> people = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            people.add(Sample.of(company));
        }
        return people;
    }

    private static UserCommand random(
            Sample person,
            int version,
            List<Sample> people,
            Random random,
            Map<String, Expected> expected) {
        String key = person.object().toString();
        int choice = random.nextInt(10);
        if (choice < 2) {
            expected.remove(key);
            return person.deactivate(version);
        }
        if (choice == 2 && version < VERSIONS) {
            return person.reject(version);
        }
        Sample manager = people.get(random.nextInt(PEOPLE));
        Sample now =
                person.email(random.nextInt(3) + "." + person.email())
                        .jobTitle(random.nextBoolean() ? null : "Title " + random.nextInt(3))
                        .department("Team " + random.nextInt(3));
        boolean managed = random.nextInt(4) > 0;
        now = managed ? now.managedBy(manager) : now.manager(new ManagerReading.None());
        expected.put(
                key,
                new Expected(
                        now.email(),
                        now.jobTitle(),
                        String.valueOf(now.department()),
                        managed ? manager.object().toString() : null));
        return now.upsert(version);
    }

    private void deliver(List<UserCommand> commands, Random random) {
        List<UserCommand> delivered = new ArrayList<>(commands);
        for (int repeated = 0; repeated < 10; repeated++) {
            delivered.add(commands.get(random.nextInt(commands.size())));
        }
        Collections.shuffle(delivered, random);
        for (int from = 0; from < delivered.size(); ) {
            int to = Math.min(delivered.size(), from + 1 + random.nextInt(12));
            applyCommands.applyLive(Poll.of(delivered.subList(from, to)));
            from = to;
        }
    }

    /** Only active people are anybody's manager, and nobody is his own. */
    private static Map<String, Expected> linked(Map<String, Expected> expected) {
        Map<String, Expected> linked = new TreeMap<>();
        expected.forEach((key, one) ->
                linked.put(
                        key,
                        new Expected(
                                one.email(),
                                one.jobTitle(),
                                one.team(),
                                one.manager() != null
                                                && !one.manager().equals(key)
                                                && expected.containsKey(one.manager())
                                        ? one.manager()
                                        : null)));
        return linked;
    }

    /** The Owner, who stands in for a manager who left, counts as none. */
    private static Map<String, Expected> stored(StoredCompany company, List<Sample> people) {
        Map<String, Expected> stored = new TreeMap<>();
        for (Map<String, @Nullable String> user : company.users()) {
            String object = user.get("integration_external_id");
            if (object != null && !"deactivated".equals(user.get("status"))) {
                stored.put(
                        object,
                        new Expected(
                                String.valueOf(user.get("email")),
                                user.get("job_title"),
                                String.valueOf(user.get("team")),
                                user.get("manager_object")));
            }
        }
        return stored;
    }

    private static List<Map<String, @Nullable String>> danglingManagers(StoredCompany company) {
        return StoredCompany.rows(
                "SELECT u.id FROM learnamp.users u JOIN learnamp.users m ON m.id = u.manager_id"
                        + " WHERE u.company_id = ? AND m.status = 'deactivated'",
                company.id().value());
    }

    /** Each change has its history row, and its number follows the one before. */
    private static List<Map<String, @Nullable String>> wrongCounters(StoredCompany company) {
        return StoredCompany.rows(
                "SELECT u.id FROM learnamp.users u WHERE u.company_id = ? AND u.change_counter <>"
                        + " (SELECT count(*) FROM provisioning.history h WHERE h.user_id = u.id)",
                company.id().value());
    }
}
