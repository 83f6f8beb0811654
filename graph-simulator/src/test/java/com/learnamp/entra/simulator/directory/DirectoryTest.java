package com.learnamp.entra.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.simulator.directory.Change.Action;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes, and reading the directory as it was at any moment. */
class DirectoryTest {

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private Directory directory;

    @BeforeEach
    void fill() {
        InstantSource clock = time::get;
        directory = new DirectoryBuilder().build(clock);
        directory.create(ObjectKind.GROUP, "root", Map.of("displayName", "Root"));
        directory.create(ObjectKind.GROUP, "inner", Map.of("displayName", "Inner"));
        directory.create(ObjectKind.USER, "ada", Map.of("displayName", "Ada"));
        directory.create(ObjectKind.USER, "bob", Map.of("displayName", "Bob"));
        directory.addMember("root", "inner");
        directory.addMember("inner", "ada");
        directory.addMember("root", "bob");
    }

    @Test
    void aGroupHasTheMembersOfItsGroupsOnceLoopsOrNot() {
        directory.addMember("inner", "root");
        directory.addMember("root", "ada");
        assertThat(transitive(directory.now(), "root")).containsExactly("inner", "ada", "bob");
        assertThat(transitive(directory.now(), "inner")).containsExactly("root", "ada", "bob");
    }

    @Test
    void membersComeInPages() {
        Entry root = group(directory.now(), "root");
        List<Entry> first = directory.now().transitiveMembers(root, -1, 2);
        List<Entry> second = directory.now().transitiveMembers(root, first.getLast().ordinal(), 2);
        assertThat(first).extracting(Entry::id).containsExactly("inner", "ada");
        assertThat(second).extracting(Entry::id).containsExactly("bob");
    }

    @Test
    void theDeletedAreNotListedAndComeBackToTheirGroups() {
        directory.delete("ada");
        assertThat(transitive(directory.now(), "root")).containsExactly("inner", "bob");
        assertThat(directory.now().find("ada")).isPresent();
        directory.restore("ada");
        assertThat(transitive(directory.now(), "root")).containsExactly("inner", "ada", "bob");
    }

    @Test
    void thePurgedLeaveNothingBehind() {
        directory.setManager("bob", "ada");
        directory.delete("ada");
        directory.purge("ada");
        DirectoryView now = directory.now();
        assertThat(now.manager(now.live("bob").orElseThrow())).isEmpty();
        assertThat(now.members(group(now, "inner"), -1, 9)).isEmpty();
        assertThatThrownBy(() -> directory.restore("ada"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theManagerHasItsReports() {
        directory.setManager("bob", "ada");
        DirectoryView now = directory.now();
        assertThat(now.reports(now.live("ada").orElseThrow(), -1, 9))
                .extracting(Entry::id)
                .containsExactly("bob");
        directory.setManager("bob", "bob");
        assertThat(directory.now().reports(now.at(2).orElseThrow(), -1, 9)).hasSize(1);
        DirectoryView later = directory.now();
        assertThat(later.reports(later.live("ada").orElseThrow(), -1, 9)).isEmpty();
    }

    @Test
    void thePastDoesNotChange() {
        DirectoryView before = directory.now();
        time.set(time.get().plusSeconds(10));
        directory.update("ada", Map.of("displayName", "Ada L."));
        directory.removeMember("root", "inner");
        directory.create(ObjectKind.USER, "new", Map.of("displayName", "New"));
        directory.delete("bob");
        assertThat(transitive(before, "root")).containsExactly("inner", "ada", "bob");
        assertThat(before.live("ada").orElseThrow().object().displayName()).isEqualTo("Ada");
        assertThat(before.find("new")).isEmpty();
        assertThat(transitive(directory.at(time.get().minusSeconds(5)), "root"))
                .containsExactly("inner", "ada", "bob");
        assertThat(transitive(directory.now(), "root")).isEmpty();
    }

    @Test
    void whatAltersNothingIsNoChange() {
        assertThat(directory.update("ada", Map.of("displayName", "Ada"))).isEmpty();
        assertThat(directory.addMember("inner", "ada")).isEmpty();
        assertThat(directory.removeMember("root", "ada")).isEmpty();
        assertThat(directory.clearManager("ada")).isEmpty();
        assertThat(directory.removePhoto("ada")).isEmpty();
    }

    @Test
    void listenersHearChangesInOrderWithOldAndNewValues() {
        List<Change> heard = new ArrayList<>();
        directory.onChange(heard::add);
        directory.update("ada", Map.of("displayName", "Ada L.", "jobTitle", "Countess"));
        directory.delete("ada");
        assertThat(heard)
                .extracting(Change::action)
                .containsExactly(Action.UPDATED, Action.DELETED);
        assertThat(heard.getFirst().before()).containsEntry("displayName", "Ada");
        assertThat(heard.getFirst().after()).containsEntry("jobTitle", "Countess");
        assertThat(heard.getLast().sequence()).isEqualTo(directory.now().sequence());
    }

    @Test
    void valuesOfTheWrongTypeAndUnknownPropertiesAreRefused() {
        assertThatThrownBy(() -> directory.update("ada", Map.of("accountEnabled", "yes")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> directory.update("ada", Map.of("shoeSize", "46")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMicrosoft365GroupTakesNoGroups() {
        directory.create(
                ObjectKind.GROUP,
                "unified",
                Map.of("displayName", "M365", "groupTypes", List.of("Unified")));
        assertThat(directory.addMember("unified", "ada")).isPresent();
        assertThatThrownBy(() -> directory.addMember("unified", "inner"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> transitive(DirectoryView view, String group) {
        return view.transitiveMembers(group(view, group), -1, 100).stream().map(Entry::id).toList();
    }

    private static Entry group(DirectoryView view, String id) {
        return view.live(ObjectKind.GROUP, id).orElseThrow();
    }
}
