package com.learnamp.entra.simulator.generator;

import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryBuilder;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Makes a directory from a seed: one root group, four levels of groups below it with the people in
 * them, and around it what real tenants have: devices, contacts, guests, strangers, a loop of
 * groups. The same numbers give the same directory, ids included.
 */
public final class DirectoryGenerator {

    /** Changes whenever the same seed begins to give another directory. */
    public static final int VERSION = 1;

    private final RandomGenerator random;
    private final DirectoryBuilder directory = new DirectoryBuilder();
    private final People people;
    private final List<IntStream.Builder> members = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Integer> leads = new ArrayList<>();
    private int made;

    private DirectoryGenerator(long seed, String domain) {
        // The generator of the standard library whose numbers are promised never to change.
        this.random = new Random(seed);
        this.people = new People(random, domain);
    }

    /**
     * @param count how many people are in the root group, directly or through others; about a
     *     twentieth more are not in it
     */
    public static Directory generate(
            int count, long seed, String rootGroupId, String domain, InstantSource clock) {
        return new DirectoryGenerator(seed, domain).make(count, rootGroupId, clock);
    }

    private Directory make(int count, String rootGroupId, InstantSource clock) {
        int outside = count / 20 + 5;
        groups(count, rootGroupId);
        int[] strangers = strangers(outside);
        for (int number = 0; number < count; number++) {
            place(person(), number, count, strangers);
        }
        extras(count, strangers);
        for (int group = 0; group < groups.size(); group++) {
            directory.members(groups.get(group), members.get(group).build());
        }
        return directory.build(clock);
    }

    /** A tree: each level has a fourth of the groups of the one below it. */
    private void groups(int count, String rootGroupId) {
        group("All learners", rootGroupId, -1, List.of());
        int leaves = Math.clamp(count / 50, 3, 400);
        int[] sizes = {Math.max(2, leaves / 64), Math.max(2, leaves / 16), Math.max(3, leaves / 4)};
        int levelStart = 0;
        int levelSize = 1;
        for (int size : new int[] {sizes[0], sizes[1], sizes[2], leaves}) {
            int start = groups.size();
            for (int number = 0; number < size; number++) {
                String name = Names.one(Names.DEPARTMENTS, random);
                String office = Names.one(Names.OFFICES, random);
                group(
                        name + " " + office + " " + groups.size(),
                        People.id(random),
                        levelStart + number % levelSize,
                        List.of());
            }
            levelStart = start;
            levelSize = size;
        }
        // The last group has its grandparent as a member: people do this.
        int last = groups.size() - 1;
        members.get(last).add(groups.get(parents.get(parents.get(last))));
    }

    private void group(String name, String id, int parent, List<String> types) {
        boolean unified = types.contains("Unified");
        int ordinal =
                directory.add(
                        DirectoryObject.of(
                                ObjectKind.GROUP,
                                id,
                                Map.of(
                                        "displayName", name,
                                        "description", name + " (generated)",
                                        "mailNickname", "group" + groups.size(),
                                        "mailEnabled", unified,
                                        "securityEnabled", !unified,
                                        "groupTypes", types,
                                        "createdDateTime", "2016-05-04T08:00:00Z")));
        groups.add(ordinal);
        parents.add(parent);
        leads.add(-1);
        members.add(IntStream.builder());
        if (parent >= 0) {
            members.get(parent).add(ordinal);
        }
    }

    private int person() {
        int ordinal = directory.add(people.next(made++));
        if (random.nextInt(3) == 0) {
            int[] sides = {48, 96, 120, 240, 360, 432, 504, 648};
            directory.photo(
                    ordinal,
                    Photo.painted(
                            random.nextInt(Integer.MAX_VALUE),
                            sides[random.nextInt(sides.length)]));
        }
        return ordinal;
    }

    private int[] strangers(int outside) {
        return IntStream.range(0, outside).map(number -> person()).toArray();
    }

    private void place(int person, int number, int count, int[] strangers) {
        int firstLeaf = Math.max(1, groups.size() - Math.clamp(count / 50, 3, 400));
        int group =
                random.nextInt(5) == 0
                        ? random.nextInt(groups.size())
                        : firstLeaf + number % (groups.size() - firstLeaf);
        members.get(group).add(person);
        if (random.nextInt(20) == 0) {
            members.get(random.nextInt(groups.size())).add(person);
        }
        manager(person, group, strangers);
    }

    /** The first of a group leads the others, and is led by the leader of the group above. */
    private void manager(int person, int group, int[] strangers) {
        int dice = random.nextInt(100);
        int lead = leads.get(group);
        if (lead < 0) {
            leads.set(group, person);
        }
        int above = lead;
        for (int up = parents.get(group); above < 0 && up >= 0; up = parents.get(up)) {
            above = leads.get(up);
        }
        if (dice < 4) {
            directory.manager(person, strangers[random.nextInt(strangers.length)]);
        } else if (above >= 0 && dice < 97) {
            directory.manager(person, above);
        }
    }

    private void extras(int count, int[] strangers) {
        int root = 0;
        group("Everybody outside", People.id(random), -1, List.of());
        int outsiders = groups.size() - 1;
        IntStream.of(strangers).skip(2).forEach(members.get(outsiders)::add);
        group("Project Ærø (Microsoft 365)", People.id(random), -1, List.of("Unified"));
        IntStream.of(strangers).limit(4).forEach(members.get(groups.size() - 1)::add);
        group("Nobody yet", People.id(random), -1, List.of());
        for (int number = 0; number < count / 50 + 3; number++) {
            int device = directory.add(device(number));
            members.get(number % Math.min(groups.size(), 12)).add(device);
        }
        members.get(root).add(directory.add(contact("Board Liaison", "board")));
        int chair = directory.add(contact("External Chair", "chair"));
        directory.manager(strangers[0], chair);
        members.get(root)
                .add(
                        directory.add(
                                DirectoryObject.of(
                                        ObjectKind.SERVICE_PRINCIPAL,
                                        People.id(random),
                                        Map.of("displayName", "Nightly export"))));
        // Two people who manage each other: nothing in Entra forbids it.
        directory.manager(strangers[1], strangers[2]).manager(strangers[2], strangers[1]);
        int gone = person();
        members.get(1).add(gone);
        directory.deleted(gone, Instant.parse("2026-01-05T10:00:00Z"));
    }

    private DirectoryObject device(int number) {
        return DirectoryObject.of(
                ObjectKind.DEVICE,
                People.id(random),
                Map.of(
                        "displayName",
                        "LAPTOP-" + (1000 + number),
                        "deviceId",
                        People.id(random),
                        "operatingSystem",
                        "Windows",
                        "accountEnabled",
                        true));
    }

    private DirectoryObject contact(String name, String mailName) {
        return DirectoryObject.of(
                ObjectKind.ORG_CONTACT,
                People.id(random),
                Map.of("displayName", name, "mail", mailName + "@supplier.example"));
    }
}
