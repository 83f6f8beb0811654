package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.graph.DeltaRounds.Item;
import com.learnamp.entra.simulator.graph.DeltaRounds.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What changed among the groups and their direct members. A group with many changed members appears
 * on several pages, each with a slice of them.
 */
final class GroupsDelta implements DeltaRounds.Source {

    private static final int GROUPS_A_PAGE = 50;
    private static final int MEMBERS_A_PAGE = 500;
    private static final Set<String> LINKS = Set.of("members", "owners");

    /** Some members of one group; a group may have none, or several slices. */
    private record Slice(Entry group, List<Entry> members, Set<String> removed) {}

    @Override
    public String context() {
        return "groups";
    }

    @Override
    public void check(Map<String, String> options) {
        properties(options);
    }

    @Override
    public Page page(DeltaToken round, GraphRequest request, DirectoryView view) {
        Map<String, Set<String>> touched = touched(round, request);
        List<Entry> groups =
                round.isFirstRound() ? everyGroup(round, view) : found(touched.keySet(), view);
        String[] place =
                round.position().isEmpty() ? new String[] {"0", "0"} : round.position().split(":");
        int index = Integer.parseInt(place[0]);
        int memberIndex = Integer.parseInt(place[1]);
        List<Slice> slices = new ArrayList<>();
        int room = MEMBERS_A_PAGE;
        while (index < groups.size() && slices.size() < GROUPS_A_PAGE && room > 0) {
            Entry group = groups.get(index);
            Set<String> changed = touched.getOrDefault(group.id(), Set.of());
            List<Entry> members = members(round, view, group, changed);
            int end = Math.min(members.size(), memberIndex + room);
            slices.add(
                    new Slice(
                            group,
                            members.subList(memberIndex, end),
                            removed(view, group, changed)));
            room -= end - memberIndex;
            boolean finished = end == members.size();
            index += finished ? 1 : 0;
            memberIndex = finished ? 0 : end;
        }
        List<Item> items = new ArrayList<>();
        slices.forEach(slice -> items.add(json -> write(json, slice, round)));
        List<String> ids = slices.stream().map(slice -> slice.group().id()).toList();
        return new Page(
                DeltaRounds.repeated(request, round, ids, items),
                index < groups.size() ? Optional.of(index + ":" + memberIndex) : Optional.empty());
    }

    /** Groups with the ids of those who joined or left; all of history for a first round. */
    private static Map<String, Set<String>> touched(DeltaToken round, GraphRequest request) {
        Set<String> ids = DeltaRounds.ids(round);
        boolean members = tracksMembers(round.options());
        Map<String, Set<String>> touched = new LinkedHashMap<>();
        long from = Math.max(0, round.from());
        for (Change change :
                request.tenant().directory().changes(from, (int) (round.upTo() - from))) {
            boolean link =
                    change.action() == Action.MEMBER_ADDED
                            || change.action() == Action.MEMBER_REMOVED;
            boolean wanted =
                    change.kind() == ObjectKind.GROUP
                            && (ids.isEmpty() || ids.contains(change.objectId()))
                            && (members || !link);
            if (wanted) {
                Set<String> changed =
                        touched.computeIfAbsent(change.objectId(), any -> new LinkedHashSet<>());
                if (link) {
                    changed.add(Objects.requireNonNull(change.otherId()));
                }
            }
        }
        return touched;
    }

    private static List<Entry> everyGroup(DeltaToken round, DirectoryView view) {
        Set<String> ids = DeltaRounds.ids(round);
        return view.list(
                entry ->
                        entry.kind() == ObjectKind.GROUP
                                && entry.life().state() != State.PURGED
                                && (ids.isEmpty() || ids.contains(entry.id())),
                -1,
                Integer.MAX_VALUE);
    }

    private static List<Entry> found(Set<String> ids, DirectoryView view) {
        return ids.stream().flatMap(id -> view.find(id).stream()).toList();
    }

    /** A first round has every member, and those who once were: it is no plain list. */
    private static List<Entry> members(
            DeltaToken round, DirectoryView view, Entry group, Set<String> changed) {
        if (!tracksMembers(round.options()) || !group.isLive()) {
            return List.of();
        }
        if (!round.isFirstRound()) {
            return found(changed, view);
        }
        List<Entry> all = new ArrayList<>(view.membersEvenDeleted(group));
        Set<String> present = new LinkedHashSet<>();
        all.forEach(entry -> present.add(entry.id()));
        changed.stream()
                .filter(id -> !present.contains(id))
                .flatMap(id -> view.find(id).stream())
                .forEach(all::add);
        return all;
    }

    private static Set<String> removed(DirectoryView view, Entry group, Set<String> changed) {
        Set<String> removed = new LinkedHashSet<>();
        for (String id : changed) {
            if (view.find(id).filter(member -> view.isDirectMember(group, member)).isEmpty()) {
                removed.add(id);
            }
        }
        return removed;
    }

    private static void write(JsonGenerator json, Slice slice, DeltaToken round)
            throws IOException {
        Entry group = slice.group();
        json.writeStringField("id", group.id());
        if (!group.isLive()) {
            json.writeObjectFieldStart("@removed");
            json.writeStringField(
                    "reason", group.life().state() == State.PURGED ? "deleted" : "changed");
            json.writeEndObject();
            return;
        }
        for (String name : properties(round.options()).of(ObjectKind.GROUP)) {
            if (!name.equals("id") && ObjectKind.GROUP.knows(name) && group.everSet(name)) {
                json.writeObjectField(name, group.object().value(name));
            }
        }
        if (!slice.members().isEmpty()) {
            json.writeArrayFieldStart("members@delta");
            for (Entry member : slice.members()) {
                writeMember(json, member, slice.removed().contains(member.id()));
            }
            json.writeEndArray();
        }
    }

    private static void writeMember(JsonGenerator json, Entry member, boolean removed)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("@odata.type", member.kind().odataType());
        json.writeStringField("id", member.id());
        if (removed) {
            json.writeObjectFieldStart("@removed");
            json.writeStringField("reason", "deleted");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static boolean tracksMembers(Map<String, String> options) {
        String select = options.get("select");
        return select == null || Arrays.asList(select.split("\\s*,\\s*")).contains("members");
    }

    private static Selection properties(Map<String, String> options) {
        String select = options.get("select");
        if (select == null) {
            return Selection.of(Optional.empty(), ObjectKind.GROUP);
        }
        List<String> own =
                Arrays.stream(select.split("\\s*,\\s*"))
                        .filter(name -> !LINKS.contains(name))
                        .toList();
        return Selection.of(Optional.of("id," + String.join(",", own)), ObjectKind.GROUP);
    }
}
