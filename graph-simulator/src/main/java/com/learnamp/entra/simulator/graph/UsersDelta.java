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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What changed among the people, their managers included if those are selected. */
final class UsersDelta implements DeltaRounds.Source {

    private static final int PAGE = 200;
    private static final String MANAGER = "manager";

    /** Kept elsewhere than in the directory, so that no delta tells of them. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "aboutMe",
                    "birthday",
                    "hireDate",
                    "interests",
                    "mySite",
                    "pastProjects",
                    "preferredName",
                    "responsibilities",
                    "schools",
                    "skills",
                    "signInActivity",
                    "mailboxSettings",
                    "deviceEnrollmentLimit",
                    "print",
                    "cloudLicensing");

    /**
     * @param properties those that were changed
     */
    private record Touched(Set<String> properties, Optional<Change> manager) {}

    @Override
    public String context() {
        return "users";
    }

    @Override
    public void check(Map<String, String> options) {
        List<String> selected = selected(options);
        List<String> refused = selected.stream().filter(ELSEWHERE::contains).toList();
        if (!refused.isEmpty()) {
            throw new GraphProblem(
                    400,
                    "BadRequest",
                    "$select is not supported for the following properties: "
                            + String.join(",", refused));
        }
        properties(options);
    }

    @Override
    public Page page(DeltaToken round, GraphRequest request, DirectoryView view) {
        return round.isFirstRound()
                ? firstRound(round, request, view)
                : furtherRound(round, request, view);
    }

    private Page firstRound(DeltaToken round, GraphRequest request, DirectoryView view) {
        Set<String> ids = DeltaRounds.ids(round);
        Predicate<Entry> wanted =
                entry ->
                        entry.kind() == ObjectKind.USER
                                && entry.life().state() != State.PURGED
                                && (ids.isEmpty() || ids.contains(entry.id()));
        int after = round.position().isEmpty() ? -1 : Integer.parseInt(round.position());
        List<Entry> found = view.list(wanted, after, PAGE + 1);
        List<Entry> page = found.subList(0, Math.min(PAGE, found.size()));
        List<Item> items = new ArrayList<>();
        for (Entry person : page) {
            Optional<Entry> manager =
                    tracksManager(round.options()) ? view.manager(person) : Optional.empty();
            items.add(json -> {
                write(json, person, round, request, Optional.empty());
                if (manager.isPresent() && person.isLive()) {
                    writeManager(json, manager.get().kind(), manager.get().id(), false);
                }
            });
        }
        return page(
                round,
                request,
                page.stream().map(Entry::id).toList(),
                items,
                found.size() > PAGE
                        ? Optional.of(String.valueOf(page.getLast().ordinal()))
                        : Optional.empty());
    }

    private Page furtherRound(DeltaToken round, GraphRequest request, DirectoryView view) {
        Map<String, Touched> touched = touched(round, request);
        List<String> ids = new ArrayList<>(touched.keySet());
        int start = round.position().isEmpty() ? 0 : Integer.parseInt(round.position());
        int end = Math.min(ids.size(), start + PAGE);
        List<String> page = ids.subList(Math.min(start, end), end);
        List<Item> items = new ArrayList<>();
        for (String id : page) {
            Touched what = java.util.Objects.requireNonNull(touched.get(id));
            Entry person = view.find(id).orElseThrow();
            items.add(json -> {
                write(json, person, round, request, Optional.of(what.properties()));
                if (person.isLive() && what.manager().isPresent()) {
                    writeManager(json, what.manager().get(), view);
                }
            });
        }
        return page(
                round,
                request,
                page,
                items,
                end < ids.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
    }

    private static Page page(
            DeltaToken round,
            GraphRequest request,
            List<String> ids,
            List<Item> items,
            Optional<String> next) {
        return new Page(DeltaRounds.repeated(request, round, ids, items), next);
    }

    private static Map<String, Touched> touched(DeltaToken round, GraphRequest request) {
        Set<String> ids = DeltaRounds.ids(round);
        Set<String> tracked = new LinkedHashSet<>(properties(round.options()).of(ObjectKind.USER));
        boolean all = properties(round.options()).isDefault();
        Map<String, Touched> touched = new LinkedHashMap<>();
        int count = (int) (round.upTo() - round.from());
        for (Change change : request.tenant().directory().changes(round.from(), count)) {
            boolean wanted =
                    change.kind() == ObjectKind.USER
                            && (ids.isEmpty() || ids.contains(change.objectId()))
                            && isTracked(change, tracked, all, tracksManager(round.options()));
            if (wanted) {
                touched.merge(change.objectId(), touched(change), UsersDelta::both);
            }
        }
        return touched;
    }

    private static boolean isTracked(
            Change change, Set<String> tracked, boolean all, boolean manager) {
        return switch (change.action()) {
            case CREATED, DELETED, RESTORED, PURGED -> true;
            case UPDATED -> all || change.after().keySet().stream().anyMatch(tracked::contains);
            case MANAGER_SET, MANAGER_CLEARED -> manager;
            case MEMBER_ADDED, MEMBER_REMOVED, PHOTO_SET, PHOTO_REMOVED -> false;
        };
    }

    private static Touched touched(Change change) {
        boolean manager =
                change.action() == Action.MANAGER_SET || change.action() == Action.MANAGER_CLEARED;
        return new Touched(
                change.after().keySet(), manager ? Optional.of(change) : Optional.empty());
    }

    private static Touched both(Touched earlier, Touched later) {
        Set<String> properties = new LinkedHashSet<>(earlier.properties());
        properties.addAll(later.properties());
        return new Touched(
                properties, later.manager().isPresent() ? later.manager() : earlier.manager());
    }

    /** All that was ever set, or with the header {@code return=minimal} only what changed. */
    private static void write(
            JsonGenerator json,
            Entry person,
            DeltaToken round,
            GraphRequest request,
            Optional<Set<String>> changed)
            throws IOException {
        json.writeStringField("id", person.id());
        if (!person.isLive()) {
            json.writeObjectFieldStart("@removed");
            json.writeStringField(
                    "reason", person.life().state() == State.PURGED ? "deleted" : "changed");
            json.writeEndObject();
            return;
        }
        boolean minimal =
                changed.isPresent()
                        && !changed.get().isEmpty()
                        && request.header("prefer").orElse("").contains("return=minimal");
        for (String name : properties(round.options()).of(ObjectKind.USER)) {
            boolean wanted = minimal ? changed.orElseThrow().contains(name) : person.everSet(name);
            if (wanted && !name.equals("id") && ObjectKind.USER.knows(name)) {
                json.writeObjectField(name, person.object().value(name));
            }
        }
    }

    private static void writeManager(JsonGenerator json, Change change, DirectoryView view)
            throws IOException {
        String id = java.util.Objects.requireNonNull(change.otherId());
        ObjectKind kind = view.find(id).map(Entry::kind).orElse(ObjectKind.USER);
        writeManager(json, kind, id, change.action() == Action.MANAGER_CLEARED);
    }

    private static void writeManager(
            JsonGenerator json, ObjectKind kind, String id, boolean removed) throws IOException {
        json.writeArrayFieldStart("manager@delta");
        json.writeStartObject();
        json.writeStringField("@odata.type", kind.odataType());
        json.writeStringField("id", id);
        if (removed) {
            json.writeObjectFieldStart("@removed");
            json.writeStringField("reason", "deleted");
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static boolean tracksManager(Map<String, String> options) {
        return selected(options).contains(MANAGER);
    }

    private static Selection properties(Map<String, String> options) {
        List<String> own =
                selected(options).stream().filter(name -> !name.equals(MANAGER)).toList();
        return Selection.of(
                options.containsKey("select")
                        ? Optional.of("id," + String.join(",", own))
                        : Optional.empty(),
                ObjectKind.USER);
    }

    private static List<String> selected(Map<String, String> options) {
        return Arrays.stream(options.getOrDefault("select", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
