package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The truth to compare with: who is in a group, directly or through others, and since when. */
public final class Scope {

    /**
     * @param until null if it has not ended
     */
    public record Interval(long from, Instant since, @Nullable Instant until) {}

    private static final int PIECE = 500;

    private Scope() {}

    /** Everybody in the group who is not deleted, disabled people and guests included. */
    public static List<Entry> people(DirectoryView view, String groupId) {
        Entry group =
                view.live(ObjectKind.GROUP, groupId)
                        .orElseThrow(() -> new NoSuchElementException("no group " + groupId));
        return view.transitiveMembers(group, -1, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.kind() == ObjectKind.USER)
                .toList();
    }

    /** The people as JSON, piece by piece: all of them at once may be too much. */
    static Iterator<Buffer> json(DirectoryView view, String groupId) {
        List<Entry> people = people(view, groupId);
        String head =
                "{\"group\":\"%s\",\"sequence\":%d,\"count\":%d,\"people\":["
                        .formatted(groupId, view.sequence(), people.size());
        Stream<Buffer> pieces =
                IntStream.iterate(0, start -> start < people.size(), start -> start + PIECE)
                        .mapToObj(start -> piece(view, people, start));
        return Stream.of(Stream.of(Buffer.buffer(head)), pieces, Stream.of(Buffer.buffer("]}")))
                .flatMap(part -> part)
                .iterator();
    }

    private static Buffer piece(DirectoryView view, List<Entry> people, int start) {
        Buffer piece = Buffer.buffer();
        try {
            for (Entry person : people.subList(start, Math.min(people.size(), start + PIECE))) {
                piece.appendString(piece.length() + start > 0 ? "," : "");
                piece.appendBytes(Body.JSON.writeValueAsBytes(ShowObjects.person(view, person)));
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return piece;
    }

    /** When the person was in the group, from the beginning of the directory until now. */
    public static List<Interval> intervals(Directory directory, String groupId, String personId) {
        List<Interval> intervals = new ArrayList<>();
        Optional<Interval> open =
                isIn(directory.at(0), groupId, personId)
                        ? Optional.of(new Interval(0, Instant.EPOCH, null))
                        : Optional.empty();
        for (Change change : directory.changes(0, Integer.MAX_VALUE)) {
            if (matters(change, personId)) {
                boolean in = isIn(directory.at(change.sequence()), groupId, personId);
                if (in && open.isEmpty()) {
                    open = Optional.of(new Interval(change.sequence(), change.at(), null));
                } else if (!in && open.isPresent()) {
                    intervals.add(new Interval(open.get().from(), open.get().since(), change.at()));
                    open = Optional.empty();
                }
            }
        }
        open.ifPresent(intervals::add);
        return intervals;
    }

    private static boolean matters(Change change, String personId) {
        return change.objectId().equals(personId)
                || (change.kind() == ObjectKind.GROUP
                        && change.action() != Change.Action.UPDATED
                        && change.action() != Change.Action.CREATED);
    }

    private static boolean isIn(DirectoryView view, String groupId, String personId) {
        return view.live(personId).stream()
                .flatMap(person -> view.transitiveMemberOf(person).stream())
                .anyMatch(group -> group.id().equals(groupId));
    }
}
