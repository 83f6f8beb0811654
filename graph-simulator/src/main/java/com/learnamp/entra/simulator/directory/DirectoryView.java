package com.learnamp.entra.simulator.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A directory as it was after one of its changes; what happens later does not show. */
public final class DirectoryView {

    private final Directory directory;
    private final Slots slots;
    private final long sequence;

    DirectoryView(Directory directory, Slots slots, long sequence) {
        this.directory = directory;
        this.slots = slots;
        this.sequence = sequence;
    }

    public long sequence() {
        return sequence;
    }

    /** The object with this id, though it be in the bin or purged. */
    public Optional<Entry> find(String id) {
        synchronized (directory) {
            return slots.ordinal(id).flatMap(ordinal -> Optional.ofNullable(entry(ordinal)));
        }
    }

    public Optional<Entry> live(String id) {
        return find(id).filter(Entry::isLive);
    }

    public Optional<Entry> live(ObjectKind kind, String id) {
        return live(id).filter(entry -> entry.kind() == kind);
    }

    /** The object at a place that another entry gave. */
    public Optional<Entry> at(int ordinal) {
        synchronized (directory) {
            return ordinal < slots.size() ? Optional.ofNullable(entry(ordinal)) : Optional.empty();
        }
    }

    /** Up to {@code max} objects behind the given ordinal, in order. */
    public List<Entry> list(Predicate<Entry> wanted, int afterOrdinal, int max) {
        synchronized (directory) {
            List<Entry> found = new ArrayList<>(Math.min(max, 1000));
            for (int ordinal = afterOrdinal + 1;
                    ordinal < slots.size() && found.size() < max;
                    ordinal++) {
                Entry entry = entry(ordinal);
                if (entry != null && wanted.test(entry)) {
                    found.add(entry);
                }
            }
            return found;
        }
    }

    public int count(Predicate<Entry> wanted) {
        synchronized (directory) {
            int count = 0;
            for (int ordinal = 0; ordinal < slots.size(); ordinal++) {
                Entry entry = entry(ordinal);
                if (entry != null && wanted.test(entry)) {
                    count++;
                }
            }
            return count;
        }
    }

    /** Direct members behind the given ordinal. */
    public List<Entry> members(Entry group, int afterOrdinal, int max) {
        return merged(List.of(group.links().members()), Links.NOBODY, afterOrdinal, max);
    }

    /** Direct members, those in the bin among them: they keep their membership. */
    public List<Entry> membersEvenDeleted(Entry group) {
        synchronized (directory) {
            List<Entry> found = new ArrayList<>();
            group.links().members().stream().forEach(ordinal -> at(ordinal).ifPresent(found::add));
            return found;
        }
    }

    public boolean isDirectMember(Entry group, Entry member) {
        return group.links().members().contains(member.ordinal());
    }

    /** Members of the group and of all groups within it, each once, loops or not. */
    public List<Entry> transitiveMembers(Entry group, int afterOrdinal, int max) {
        synchronized (directory) {
            List<SortedInts> sets = new ArrayList<>();
            for (int inside : groupsWithin(group)) {
                Entry nested = entry(inside);
                if (nested != null) {
                    sets.add(nested.links().members());
                }
            }
            return merged(sets, group.ordinal(), afterOrdinal, max);
        }
    }

    /** The groups that the object is in directly. */
    public List<Entry> memberOf(Entry member) {
        return merged(List.of(member.links().memberOf()), Links.NOBODY, -1, Integer.MAX_VALUE);
    }

    /** The groups that the object is in, directly or through others. */
    public List<Entry> transitiveMemberOf(Entry member) {
        synchronized (directory) {
            SequencedSet<Integer> seen = new LinkedHashSet<>();
            Deque<Entry> open = new ArrayDeque<>(memberOf(member));
            while (!open.isEmpty()) {
                Entry group = open.pop();
                if (seen.add(group.ordinal())) {
                    open.addAll(memberOf(group));
                }
            }
            return entries(seen);
        }
    }

    public Optional<Entry> manager(Entry person) {
        int manager = person.links().manager();
        return manager == Links.NOBODY ? Optional.empty() : at(manager).filter(Entry::isLive);
    }

    public List<Entry> reports(Entry manager, int afterOrdinal, int max) {
        return merged(List.of(manager.links().reports()), Links.NOBODY, afterOrdinal, max);
    }

    private SequencedSet<Integer> groupsWithin(Entry root) {
        SequencedSet<Integer> seen = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(root.ordinal()));
        while (!open.isEmpty()) {
            int ordinal = open.pop();
            Entry group = entry(ordinal);
            if (group != null && group.isLive() && seen.add(ordinal)) {
                group.links().groups().stream().forEach(open::add);
            }
        }
        return seen;
    }

    /** The live ones of several sorted sets, in order, without repeats. */
    private List<Entry> merged(List<SortedInts> sets, int without, int afterOrdinal, int max) {
        record Cursor(SortedInts set, int position) {
            int ordinal() {
                return set.get(position);
            }
        }
        synchronized (directory) {
            PriorityQueue<Cursor> cursors =
                    new PriorityQueue<>(Comparator.comparingInt(Cursor::ordinal));
            for (SortedInts set : sets) {
                int position = set.positionAfter(afterOrdinal);
                if (position < set.size()) {
                    cursors.add(new Cursor(set, position));
                }
            }
            List<Entry> found = new ArrayList<>();
            int last = without;
            while (!cursors.isEmpty() && found.size() < max) {
                Cursor next = cursors.remove();
                if (next.position() + 1 < next.set().size()) {
                    cursors.add(new Cursor(next.set(), next.position() + 1));
                }
                if (next.ordinal() != last && next.ordinal() != without) {
                    last = next.ordinal();
                    addIfLive(found, last);
                }
            }
            return found;
        }
    }

    private void addIfLive(List<Entry> found, int ordinal) {
        Entry entry = entry(ordinal);
        if (entry != null && entry.isLive()) {
            found.add(entry);
        }
    }

    private List<Entry> entries(SequencedSet<Integer> ordinals) {
        List<Entry> found = new ArrayList<>();
        ordinals.forEach(ordinal -> addIfLive(found, ordinal));
        return found;
    }

    private @Nullable Entry entry(int ordinal) {
        return slots.at(ordinal, sequence);
    }
}
