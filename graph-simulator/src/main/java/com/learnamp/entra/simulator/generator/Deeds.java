package com.learnamp.entra.simulator.generator;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The single changes of which {@link Churn} is made. Each is empty if it finds nobody to happen to,
 * or would alter nothing.
 */
final class Deeds {

    private static final int[] SIDES = {48, 96, 240, 648};
    private static final List<String> UPDATED =
            List.of(
                    "jobTitle",
                    "department",
                    "officeLocation",
                    "preferredLanguage",
                    "employeeHireDate",
                    "givenName",
                    "mobilePhone",
                    "onPremisesExtensionAttributes",
                    "companyName");

    private final Directory directory;
    private final String rootGroupId;
    private final RandomGenerator random;
    private final People people;
    private final List<String> persons = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, String> detached = new LinkedHashMap<>();

    Deeds(Directory directory, String rootGroupId, String domain, RandomGenerator random) {
        this.directory = directory;
        this.rootGroupId = rootGroupId;
        this.random = random;
        this.people = new People(random, domain);
        DirectoryView view = directory.now();
        view.list(Deeds::isPerson, -1, Integer.MAX_VALUE).forEach(each -> persons.add(each.id()));
        view.live(rootGroupId)
                .ifPresent(root ->
                        view.transitiveMembers(root, -1, Integer.MAX_VALUE).stream()
                                .filter(each -> each.kind() == ObjectKind.GROUP)
                                .forEach(each -> groups.add(each.id())));
        groups.add(rootGroupId);
        directory.changes(0, Integer.MAX_VALUE).forEach(change -> findDetached(change, view));
    }

    /** Subgroups that an earlier churn took out of their group can come back. */
    private void findDetached(Change change, DirectoryView view) {
        String member = change.otherId();
        boolean subgroup = member != null && view.live(ObjectKind.GROUP, member).isPresent();
        if (subgroup && change.action() == Change.Action.MEMBER_REMOVED) {
            detached.put(member, change.objectId());
        } else if (subgroup && change.action() == Change.Action.MEMBER_ADDED) {
            detached.remove(member);
        }
    }

    Optional<Change> updateOneProperty() {
        DirectoryObject example = people.next(number());
        String name = Names.one(UPDATED, random);
        return someone()
                .flatMap(person ->
                        directory.update(person.id(), properties(name, example.value(name))));
    }

    /** A new surname, and with it the addresses of those who are no guests. */
    Optional<Change> rename() {
        DirectoryObject example = people.next(number());
        return someone()
                .flatMap(person -> {
                    Map<String, @Nullable Object> changed =
                            properties("surname", example.value("surname"));
                    changed.put("displayName", example.value("displayName"));
                    changed.put("givenName", example.value("givenName"));
                    boolean member =
                            person.object().text("userType").equals(Optional.of("Member"))
                                    && example.text("userType").equals(Optional.of("Member"));
                    if (member) {
                        changed.put("userPrincipalName", example.value("userPrincipalName"));
                        changed.put("mail", example.value("mail"));
                    }
                    return directory.update(person.id(), changed);
                });
    }

    Optional<Change> enableOrDisable() {
        return someone()
                .flatMap(person ->
                        directory.update(
                                person.id(),
                                properties(
                                        "accountEnabled",
                                        !person.object().flag("accountEnabled"))));
    }

    Optional<Change> setManager() {
        Optional<Entry> manager = someone();
        return someone()
                .filter(person -> !manager.map(Entry::id).equals(Optional.of(person.id())))
                .flatMap(person ->
                        manager.flatMap(chosen -> directory.setManager(person.id(), chosen.id())));
    }

    Optional<Change> clearManager() {
        return someone().flatMap(person -> directory.clearManager(person.id()));
    }

    Optional<Change> joinGroup() {
        return someone().flatMap(person -> directory.addMember(someGroup(), person.id()));
    }

    Optional<Change> leaveGroup() {
        return someone()
                .flatMap(person -> {
                    List<Entry> own = directory.now().memberOf(person);
                    return own.isEmpty()
                            ? Optional.empty()
                            : directory.removeMember(
                                    own.get(random.nextInt(own.size())).id(), person.id());
                });
    }

    Optional<Change> create() {
        DirectoryObject person = people.next(number());
        persons.add(person.id());
        return Optional.of(directory.create(ObjectKind.USER, person.id(), person.properties()));
    }

    /** Whoever was created last joins a group. */
    Optional<Change> joinGroupAtOnce() {
        return directory.addMember(someGroup(), persons.getLast());
    }

    Optional<Change> delete() {
        return someone().map(person -> directory.delete(person.id()));
    }

    Optional<Change> restore() {
        return deletedOne().map(person -> directory.restore(person.id()));
    }

    Optional<Change> purge() {
        return deletedOne().map(person -> directory.purge(person.id()));
    }

    Optional<Change> setPhoto() {
        int side = SIDES[random.nextInt(SIDES.length)];
        long seed = random.nextInt(Integer.MAX_VALUE);
        return someone().map(person -> directory.setPhoto(person.id(), Photo.painted(seed, side)));
    }

    Optional<Change> removePhoto() {
        return someone().flatMap(person -> directory.removePhoto(person.id()));
    }

    /** A subgroup leaves the group that it is in; the next time it comes back. */
    Optional<Change> moveSubgroup() {
        if (!detached.isEmpty()) {
            String group = detached.keySet().iterator().next();
            return directory.addMember(String.valueOf(detached.remove(group)), group);
        }
        String group = someGroup();
        List<Entry> parents =
                directory.now().live(group).map(directory.now()::memberOf).orElse(List.of());
        if (group.equals(rootGroupId) || parents.isEmpty()) {
            return Optional.empty();
        }
        String parent = parents.get(random.nextInt(parents.size())).id();
        detached.put(group, parent);
        return directory.removeMember(parent, group);
    }

    private Optional<Entry> someone() {
        return directory
                .now()
                .live(persons.get(random.nextInt(persons.size())))
                .filter(Deeds::isPerson);
    }

    private Optional<Entry> deletedOne() {
        DirectoryView view = directory.now();
        List<Entry> all =
                view.list(
                        entry ->
                                entry.kind() == ObjectKind.USER
                                        && entry.life().state() == State.DELETED,
                        -1,
                        Integer.MAX_VALUE);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private String someGroup() {
        return groups.get(random.nextInt(groups.size()));
    }

    /** Different for every change of a directory's life, so that addresses stay unique. */
    private int number() {
        return 10_000_000 + (int) directory.now().sequence();
    }

    private static boolean isPerson(Entry entry) {
        return entry.isLive() && entry.kind() == ObjectKind.USER;
    }

    private static Map<String, @Nullable Object> properties(String name, @Nullable Object value) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put(name, value);
        return properties;
    }
}
