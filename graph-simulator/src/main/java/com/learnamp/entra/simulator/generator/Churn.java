package com.learnamp.entra.simulator.generator;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everyday life in a directory: people join, move, change their names and managers, leave, come
 * back. The same seed on the same directory does the same.
 */
public final class Churn {

    private static final int MOST_IN_VAIN = 10_000;
    private static final int[] SIDES = {48, 96, 240, 648};

    /** One kind of change; empty if it finds nobody to happen to, or would alter nothing. */
    @FunctionalInterface
    private interface Deed {
        Optional<Change> happen();
    }

    private record Weighted(String name, int weight, Deed deed) {}

    private final Directory directory;
    private final String rootGroupId;
    private final RandomGenerator random;
    private final People people;
    private final List<String> persons = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, String> detached = new LinkedHashMap<>();
    private final Deque<Deed> next = new ArrayDeque<>();
    private final List<Weighted> deeds;

    /** The names of everything that may happen. */
    public static final Set<String> DEEDS =
            Set.of(
                    "update",
                    "rename",
                    "enable",
                    "setManager",
                    "clearManager",
                    "join",
                    "leave",
                    "create",
                    "delete",
                    "restore",
                    "purge",
                    "setPhoto",
                    "removePhoto",
                    "moveSubgroup");

    private List<Weighted> all() {
        return List.of(
                new Weighted("update", 40, this::updateOneProperty),
                new Weighted("rename", 4, this::rename),
                new Weighted("enable", 3, this::enableOrDisable),
                new Weighted("setManager", 12, this::setManager),
                new Weighted("clearManager", 3, this::clearManager),
                new Weighted("join", 8, this::joinGroup),
                new Weighted("leave", 6, this::leaveGroup),
                new Weighted("create", 7, this::create),
                new Weighted("delete", 5, this::delete),
                new Weighted("restore", 4, this::restore),
                new Weighted("purge", 1, this::purge),
                new Weighted("setPhoto", 4, this::setPhoto),
                new Weighted("removePhoto", 2, this::removePhoto),
                new Weighted("moveSubgroup", 1, this::moveSubgroup));
    }

    private Churn(
            Directory directory, String rootGroupId, String domain, long seed, Set<String> wanted) {
        if (!DEEDS.containsAll(wanted)) {
            throw new IllegalArgumentException("changes are " + new TreeSet<>(DEEDS));
        }
        this.deeds = all().stream().filter(each -> wanted.contains(each.name())).toList();
        this.directory = directory;
        this.rootGroupId = rootGroupId;
        // Neither the generator's numbers nor those of an earlier churn: ids would come again.
        this.random = new Random(seed ^ (directory.now().sequence() + 1) * 0x9E3779B97F4A7C15L);
        this.people = new People(random, domain);
        DirectoryView view = directory.now();
        view.list(Churn::isPerson, -1, Integer.MAX_VALUE).forEach(each -> persons.add(each.id()));
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

    /** Makes that many changes, and says which. */
    public static List<Change> happen(
            Directory directory, String rootGroupId, String domain, int count, long seed) {
        return happen(directory, rootGroupId, domain, count, seed, DEEDS);
    }

    /**
     * Makes changes of some kinds only; fewer than wanted if nobody is left to change.
     *
     * @param wanted some of {@link #DEEDS}
     */
    public static List<Change> happen(
            Directory directory,
            String rootGroupId,
            String domain,
            int count,
            long seed,
            Set<String> wanted) {
        Churn churn = new Churn(directory, rootGroupId, domain, seed, wanted);
        List<Change> happened = new ArrayList<>();
        int vain = 0;
        while (happened.size() < count && vain < MOST_IN_VAIN) {
            Optional<Change> change = churn.any().happen();
            change.ifPresent(happened::add);
            vain = change.isPresent() ? 0 : vain + 1;
        }
        return happened;
    }

    private Deed any() {
        Deed first = next.poll();
        if (first != null) {
            return first;
        }
        int sum = deeds.stream().mapToInt(Weighted::weight).sum();
        int left = random.nextInt(sum);
        for (Weighted each : deeds) {
            left -= each.weight();
            if (left < 0) {
                return each.deed();
            }
        }
        throw new IllegalStateException("weights don't add up");
    }

    private Optional<Change> updateOneProperty() {
        DirectoryObject example = people.next(number());
        String[] names = {
            "jobTitle",
            "department",
            "officeLocation",
            "preferredLanguage",
            "employeeHireDate",
            "givenName",
            "mobilePhone",
            "onPremisesExtensionAttributes",
            "companyName"
        };
        String name = names[random.nextInt(names.length)];
        return someone()
                .flatMap(person ->
                        directory.update(person.id(), properties(name, example.value(name))));
    }

    /** A new surname, and with it the addresses of those who are no guests. */
    private Optional<Change> rename() {
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

    private Optional<Change> enableOrDisable() {
        return someone()
                .flatMap(person ->
                        directory.update(
                                person.id(),
                                properties(
                                        "accountEnabled",
                                        !person.object().flag("accountEnabled"))));
    }

    private Optional<Change> setManager() {
        Optional<Entry> manager = someone();
        return someone()
                .filter(person -> !manager.map(Entry::id).equals(Optional.of(person.id())))
                .flatMap(person ->
                        manager.flatMap(chosen -> directory.setManager(person.id(), chosen.id())));
    }

    private Optional<Change> clearManager() {
        return someone().flatMap(person -> directory.clearManager(person.id()));
    }

    private Optional<Change> joinGroup() {
        return someone().flatMap(person -> directory.addMember(someGroup(), person.id()));
    }

    private Optional<Change> leaveGroup() {
        return someone()
                .flatMap(person -> {
                    List<Entry> own = directory.now().memberOf(person);
                    return own.isEmpty()
                            ? Optional.empty()
                            : directory.removeMember(
                                    own.get(random.nextInt(own.size())).id(), person.id());
                });
    }

    private Optional<Change> create() {
        DirectoryObject person = people.next(number());
        persons.add(person.id());
        if (random.nextInt(5) > 0) {
            next.add(() -> directory.addMember(someGroup(), person.id()));
        }
        return Optional.of(directory.create(ObjectKind.USER, person.id(), person.properties()));
    }

    private Optional<Change> delete() {
        return someone().map(person -> directory.delete(person.id()));
    }

    private Optional<Change> restore() {
        return deletedOne().map(person -> directory.restore(person.id()));
    }

    private Optional<Change> purge() {
        return deletedOne().map(person -> directory.purge(person.id()));
    }

    private Optional<Change> setPhoto() {
        int side = SIDES[random.nextInt(SIDES.length)];
        long seed = random.nextInt(Integer.MAX_VALUE);
        return someone().map(person -> directory.setPhoto(person.id(), Photo.painted(seed, side)));
    }

    private Optional<Change> removePhoto() {
        return someone().flatMap(person -> directory.removePhoto(person.id()));
    }

    /** A subgroup leaves the group that it is in; the next time it comes back. */
    private Optional<Change> moveSubgroup() {
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
                .filter(Churn::isPerson);
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
