package com.learnamp.entra.simulator.directory;

import com.learnamp.entra.simulator.directory.Life.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All objects by ordinal, and how a change alters them. Guarded by the {@link Directory}. */
final class Slots {

    private static final class Slot {
        private Version version;
        private long everSet;

        Slot(Version version) {
            this.version = version;
            this.everSet = version.object().setBits();
        }
    }

    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    int size() {
        return slots.size();
    }

    Optional<Integer> ordinal(String id) {
        return Optional.ofNullable(ordinals.get(id));
    }

    int add(long sequence, DirectoryObject object) {
        if (ordinals.putIfAbsent(object.id(), slots.size()) != null) {
            throw new IllegalArgumentException("there is an object with the id " + object.id());
        }
        slots.add(new Slot(Version.first(sequence, object)));
        return slots.size() - 1;
    }

    @Nullable Entry at(int ordinal, long sequence) {
        Slot slot = slots.get(ordinal);
        Version version = Version.at(slot.version, sequence);
        return version == null ? null : new Entry(ordinal, version, slot.everSet);
    }

    Version current(int ordinal) {
        return slots.get(ordinal).version;
    }

    void change(int ordinal, UnaryOperator<Version> changed) {
        Slot slot = slots.get(ordinal);
        slot.version = changed.apply(slot.version);
        slot.everSet |= slot.version.object().setBits();
    }

    void setLife(long sequence, int ordinal, State state, Instant at) {
        Life life = state == State.LIVE ? Life.LIVE : new Life(state, at);
        change(ordinal, version -> version.with(sequence, life));
    }

    void setManager(long sequence, int person, int manager) {
        int before = current(person).links().manager();
        if (before != Links.NOBODY) {
            changeLinks(
                    sequence, before, links -> links.withReports(links.reports().minus(person)));
        }
        changeLinks(sequence, person, links -> links.withManager(manager));
        if (manager != Links.NOBODY) {
            changeLinks(
                    sequence, manager, links -> links.withReports(links.reports().plus(person)));
        }
    }

    void addMember(long sequence, int group, int member) {
        boolean nested = current(member).object().kind() == ObjectKind.GROUP;
        changeLinks(
                sequence,
                group,
                links ->
                        links.withMembers(
                                links.members().plus(member),
                                nested ? links.groups().plus(member) : links.groups()));
        changeLinks(sequence, member, links -> links.withMemberOf(links.memberOf().plus(group)));
    }

    void removeMember(long sequence, int group, int member) {
        changeLinks(
                sequence,
                group,
                links ->
                        links.withMembers(
                                links.members().minus(member), links.groups().minus(member)));
        changeLinks(sequence, member, links -> links.withMemberOf(links.memberOf().minus(group)));
    }

    /** Many members at once, for the directory that a seed gives. */
    void loadMembers(int group, SortedInts members) {
        SortedInts groups =
                SortedInts.of(
                        members.stream()
                                .filter(member ->
                                        current(member).object().kind() == ObjectKind.GROUP));
        changeLinks(0, group, links -> links.withMembers(members, groups));
        members.stream()
                .forEach(member ->
                        changeLinks(
                                0,
                                member,
                                links -> links.withMemberOf(links.memberOf().plus(group))));
    }

    void loadReports(int manager, SortedInts reports) {
        changeLinks(0, manager, links -> links.withReports(reports));
        reports.stream()
                .forEach(report -> changeLinks(0, report, links -> links.withManager(manager)));
    }

    /** Nothing points at a purged object any more. */
    void unlink(long sequence, int ordinal) {
        Links links = current(ordinal).links();
        setManager(sequence, ordinal, Links.NOBODY);
        links.reports().stream().forEach(report -> setManager(sequence, report, Links.NOBODY));
        links.memberOf().stream().forEach(group -> removeMember(sequence, group, ordinal));
        links.members().stream().forEach(member -> removeMember(sequence, ordinal, member));
    }

    private void changeLinks(long sequence, int ordinal, UnaryOperator<Links> changed) {
        change(ordinal, version -> version.with(sequence, changed.apply(version.links())));
    }
}
