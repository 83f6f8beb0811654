package com.learnamp.entra.simulator.directory;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Fills a directory with what was there before anything happened. */
public final class DirectoryBuilder {

    private final Slots slots = new Slots();
    private final Map<Integer, IntStream.Builder> reports = new HashMap<>();

    /** The ordinal of the new object. */
    public int add(DirectoryObject object) {
        return slots.add(0, object);
    }

    public DirectoryObject object(int ordinal) {
        return slots.current(ordinal).object();
    }

    public DirectoryBuilder members(int group, IntStream members) {
        slots.loadMembers(group, SortedInts.of(members));
        return this;
    }

    public DirectoryBuilder manager(int person, int manager) {
        reports.computeIfAbsent(manager, any -> IntStream.builder()).add(person);
        return this;
    }

    public DirectoryBuilder photo(int person, Photo photo) {
        slots.change(person, version -> version.withPhoto(0, photo));
        return this;
    }

    /** A person who was deleted before the beginning, and can be restored. */
    public DirectoryBuilder deleted(int person, java.time.Instant at) {
        slots.setLife(0, person, Life.State.DELETED, at);
        return this;
    }

    public Directory build(InstantSource clock) {
        reports.forEach((manager, all) -> slots.loadReports(manager, SortedInts.of(all.build())));
        return new Directory(slots, clock);
    }
}
