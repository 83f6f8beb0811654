package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One person on a page of a delta query. */
final class UserDelta {

    private static final String MANAGER = "manager";

    private UserDelta() {}

    /** All that was ever set, or with the header {@code return=minimal} only what changed. */
    static void write(
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

    static void writeManager(JsonGenerator json, Change change, DirectoryView view)
            throws IOException {
        String id = Objects.requireNonNull(change.otherId());
        ObjectKind kind = view.find(id).map(Entry::kind).orElse(ObjectKind.USER);
        writeManager(json, kind, id, change.action() == Action.MANAGER_CLEARED);
    }

    static void writeManager(JsonGenerator json, ObjectKind kind, String id, boolean removed)
            throws IOException {
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

    static boolean tracksManager(Map<String, String> options) {
        return selected(options).contains(MANAGER);
    }

    static Selection properties(Map<String, String> options) {
        List<String> own =
                selected(options).stream().filter(name -> !name.equals(MANAGER)).toList();
        return Selection.of(
                options.containsKey("select")
                        ? Optional.of("id," + String.join(",", own))
                        : Optional.empty(),
                ObjectKind.USER);
    }

    static List<String> selected(Map<String, String> options) {
        return Arrays.stream(options.getOrDefault("select", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
