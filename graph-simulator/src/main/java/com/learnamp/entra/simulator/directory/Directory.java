package com.learnamp.entra.simulator.directory;

import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.directory.Life.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's directory. Every change is one {@link Change} with the next sequence number; a change
 * that would alter nothing is none. Safe for use by several threads.
 */
public final class Directory {

    private final Slots slots;
    private final InstantSource clock;
    private final List<Change> changes = new ArrayList<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();

    Directory(Slots slots, InstantSource clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /** The directory as it is; what is read from it later is still of now. */
    public synchronized DirectoryView now() {
        return at(changes.size());
    }

    /** The directory after the change with this sequence number. */
    public DirectoryView at(long sequence) {
        return new DirectoryView(this, slots, sequence);
    }

    public DirectoryView at(Instant moment) {
        return at(sequenceAt(moment));
    }

    /** The number of the last change that happened not after the given moment. */
    public synchronized long sequenceAt(Instant moment) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).at().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Changes with numbers greater than {@code after}, oldest first. */
    public synchronized List<Change> changes(long after, int max) {
        int from = (int) Math.min(Math.max(after, 0), changes.size());
        return List.copyOf(
                changes.subList(from, (int) Math.min(changes.size(), (long) from + max)));
    }

    /** Calls the listener with each further change, in order, while the directory is locked. */
    public synchronized void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public synchronized Change create(
            ObjectKind kind, String id, Map<String, ? extends @Nullable Object> properties) {
        DirectoryObject.of(kind, id, properties);
        if (slots.ordinal(id).isPresent()) {
            throw new IllegalArgumentException("there is an object with the id " + id);
        }
        return happen(Action.CREATED, kind, id, null, new LinkedHashMap<>(properties), Map.of());
    }

    public synchronized Optional<Change> update(
            String id, Map<String, ? extends @Nullable Object> properties) {
        DirectoryObject object = live(id).object();
        object.with(properties);
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (!Objects.equals(object.value(name), value)) {
                after.put(name, value);
                before.put(name, object.value(name));
            }
        });
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of(happen(Action.UPDATED, object.kind(), id, null, after, before));
    }

    /** People and Microsoft 365 groups go to the bin, everything else is gone at once. */
    public synchronized Change delete(String id) {
        Entry entry = live(id);
        boolean toTheBin =
                entry.kind() == ObjectKind.USER
                        || (entry.kind() == ObjectKind.GROUP
                                && entry.object().texts("groupTypes").contains("Unified"));
        return happen(toTheBin ? Action.DELETED : Action.PURGED, entry);
    }

    public synchronized Change restore(String id) {
        return happen(Action.RESTORED, inTheBin(id));
    }

    public synchronized Change purge(String id) {
        return happen(Action.PURGED, inTheBin(id));
    }

    public synchronized Optional<Change> setManager(String personId, String managerId) {
        Entry person = live(personId);
        int manager = live(managerId).ordinal();
        return person.links().manager() == manager
                ? Optional.empty()
                : Optional.of(link(Action.MANAGER_SET, person, managerId));
    }

    public synchronized Optional<Change> clearManager(String personId) {
        Entry person = live(personId);
        int manager = person.links().manager();
        return manager == Links.NOBODY
                ? Optional.empty()
                : Optional.of(
                        link(Action.MANAGER_CLEARED, person, slots.current(manager).object().id()));
    }

    public synchronized Optional<Change> addMember(String groupId, String memberId) {
        Entry group = liveGroup(groupId);
        if (live(memberId).kind() == ObjectKind.GROUP
                && group.object().texts("groupTypes").contains("Unified")) {
            throw new IllegalArgumentException("a Microsoft 365 group takes no groups: " + groupId);
        }
        return group.links().members().contains(live(memberId).ordinal())
                ? Optional.empty()
                : Optional.of(link(Action.MEMBER_ADDED, group, memberId));
    }

    public synchronized Optional<Change> removeMember(String groupId, String memberId) {
        Entry group = liveGroup(groupId);
        return group.links().members().contains(live(memberId).ordinal())
                ? Optional.of(link(Action.MEMBER_REMOVED, group, memberId))
                : Optional.empty();
    }

    public synchronized Change setPhoto(String personId, Photo photo) {
        return happen(
                Action.PHOTO_SET,
                ObjectKind.USER,
                live(personId).id(),
                null,
                ApplyChanges.properties(photo),
                Map.of());
    }

    public synchronized Optional<Change> removePhoto(String personId) {
        Entry person = live(personId);
        return person.photo().map(photo -> happen(Action.PHOTO_REMOVED, person));
    }

    /** Lets what happened in an earlier life happen again; listeners are not told. */
    public synchronized void replay(Change change) {
        ApplyChanges.to(slots, change);
        changes.add(change);
    }

    private Change link(Action action, Entry entry, String otherId) {
        return happen(action, entry.kind(), entry.id(), otherId, Map.of(), Map.of());
    }

    private Change happen(Action action, Entry entry) {
        return happen(action, entry.kind(), entry.id(), null, Map.of(), Map.of());
    }

    private Change happen(
            Action action,
            ObjectKind kind,
            String id,
            @Nullable String otherId,
            Map<String, @Nullable Object> after,
            Map<String, @Nullable Object> before) {
        long sequence = changes.size() + 1;
        Change change =
                new Change(sequence, clock.instant(), action, kind, id, otherId, after, before);
        replay(change);
        listeners.forEach(listener -> listener.accept(change));
        return change;
    }

    private int ordinal(String id) {
        return slots.ordinal(id).orElseThrow(() -> new NoSuchElementException("no object " + id));
    }

    private Entry entry(String id) {
        return Objects.requireNonNull(slots.at(ordinal(id), Long.MAX_VALUE));
    }

    private Entry live(String id) {
        Entry entry = entry(id);
        if (!entry.isLive()) {
            throw new NoSuchElementException("deleted: " + id);
        }
        return entry;
    }

    private Entry liveGroup(String id) {
        Entry entry = live(id);
        if (entry.kind() != ObjectKind.GROUP) {
            throw new IllegalArgumentException("no group: " + id);
        }
        return entry;
    }

    private Entry inTheBin(String id) {
        Entry entry = entry(id);
        if (entry.life().state() != State.DELETED) {
            throw new NoSuchElementException("not in the bin: " + id);
        }
        return entry;
    }
}
