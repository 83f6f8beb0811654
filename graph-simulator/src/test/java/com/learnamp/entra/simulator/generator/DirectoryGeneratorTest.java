package com.learnamp.entra.simulator.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the generated directory has in it, and that a seed is a promise. */
class DirectoryGeneratorTest {

    private static final String ROOT = "root";

    private final Directory directory = generate(1_000, 7);
    private final DirectoryView view = directory.now();

    @Test
    void exactlySoManyPeopleAreInTheRootGroup() {
        assertThat(people()).hasSize(1_000);
        assertThat(view.count(entry -> entry.isLive() && entry.kind() == ObjectKind.USER))
                .isGreaterThan(1_000);
    }

    @Test
    void groupsAreNestedFourDeepWithALoop() {
        Entry root = view.live(ROOT).orElseThrow();
        Set<String> seen = new HashSet<>(Set.of(ROOT));
        List<Entry> level = List.of(root);
        boolean loop = false;
        int depth = 0;
        while (!level.isEmpty()) {
            List<Entry> inside =
                    level.stream()
                            .flatMap(group -> view.members(group, -1, 10_000).stream())
                            .filter(entry -> entry.kind() == ObjectKind.GROUP)
                            .toList();
            loop |= inside.stream().anyMatch(entry -> seen.contains(entry.id()));
            level = inside.stream().filter(entry -> seen.add(entry.id())).toList();
            depth += level.isEmpty() ? 0 : 1;
        }
        assertThat(depth).isEqualTo(4);
        assertThat(loop).isTrue();
    }

    @Test
    void everyOddityIsThere() {
        assertThat(has(person -> person.text("givenName").isEmpty())).isTrue();
        assertThat(has(person -> person.text("givenName").filter(String::isBlank).isPresent()))
                .isTrue();
        assertThat(has(person -> upn(person).contains("#EXT#"))).isTrue();
        assertThat(has(person -> upn(person).contains("#EXT#") && person.text("mail").isEmpty()))
                .isTrue();
        assertThat(has(person -> !upn(person).equals(upn(person).toLowerCase(Locale.ROOT))))
                .isTrue();
        assertThat(has(person -> !person.flag("accountEnabled"))).isTrue();
        assertThat(has(person -> person.text("department").isEmpty())).isTrue();
        assertThat(
                        has(person ->
                                person.text("employeeHireDate")
                                        .filter(date -> date.endsWith("T23:30:00Z"))
                                        .isPresent()))
                .isTrue();
        assertThat(
                        has(person ->
                                person.text("preferredLanguage")
                                        .filter(People.ODD_LANGUAGES::contains)
                                        .isPresent()))
                .isTrue();
        assertThat(has(person -> person.value("onPremisesExtensionAttributes") != null)).isTrue();
    }

    @Test
    void managersAreInsideOutsideAndNobody() {
        Set<String> inside = new HashSet<>();
        people().forEach(person -> inside.add(person.id()));
        assertThat(people())
                .anyMatch(person -> view.manager(person).isEmpty())
                .anyMatch(person ->
                        view.manager(person)
                                .filter(manager -> inside.contains(manager.id()))
                                .isPresent())
                .anyMatch(person ->
                        view.manager(person)
                                .filter(manager -> !inside.contains(manager.id()))
                                .isPresent());
    }

    @Test
    void membersAreOfEveryKind() {
        Entry root = view.live(ROOT).orElseThrow();
        assertThat(view.transitiveMembers(root, -1, 10_000))
                .extracting(Entry::kind)
                .contains(ObjectKind.values());
    }

    @Test
    void principalNamesAreUniqueWithoutRegardToCase() {
        Set<String> names = new HashSet<>();
        people().forEach(person ->
                assertThat(names.add(upn(person.object()).toLowerCase(Locale.ROOT))).isTrue());
    }

    @Test
    void theSameSeedGivesTheSameDirectory() {
        assertThat(objects(generate(50, 7))).isEqualTo(objects(generate(50, 7)));
        assertThat(objects(generate(50, 7))).isNotEqualTo(objects(generate(50, 8)));
    }

    @Test
    void theSameChurnDoesTheSame() {
        List<Change> once = Churn.happen(generate(200, 7), ROOT, "contoso.example", 300, 5);
        List<Change> again = Churn.happen(generate(200, 7), ROOT, "contoso.example", 300, 5);
        assertThat(once).hasSize(300);
        assertThat(once)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at")
                .isEqualTo(again);
        assertThat(once)
                .extracting(Change::action)
                .contains(
                        Change.Action.CREATED,
                        Change.Action.UPDATED,
                        Change.Action.DELETED,
                        Change.Action.RESTORED,
                        Change.Action.MANAGER_SET,
                        Change.Action.MEMBER_ADDED,
                        Change.Action.MEMBER_REMOVED);
    }

    private boolean has(Predicate<DirectoryObject> oddity) {
        return people().stream().map(Entry::object).anyMatch(oddity);
    }

    private List<Entry> people() {
        return view.transitiveMembers(view.live(ROOT).orElseThrow(), -1, 10_000).stream()
                .filter(entry -> entry.kind() == ObjectKind.USER)
                .toList();
    }

    private static String upn(DirectoryObject person) {
        return person.text("userPrincipalName").orElseThrow();
    }

    private static List<DirectoryObject> objects(Directory directory) {
        return directory.now().list(any -> true, -1, 10_000).stream().map(Entry::object).toList();
    }

    private static Directory generate(int people, long seed) {
        return DirectoryGenerator.generate(
                people, seed, ROOT, "contoso.example", InstantSource.system());
    }
}
