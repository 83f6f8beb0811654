package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The properties that a client asked for.
 *
 * @param names empty for the default ones of each kind
 */
record Selection(SequencedSet<String> names) {

    private static final Set<String> ALWAYS_KNOWN = Set.of("id", "deletedDateTime");

    Selection {
        names = new LinkedHashSet<>(names);
    }

    /**
     * @param kinds those that may be returned; a property is known if one of them has it
     */
    static Selection of(GraphRequest request, ObjectKind... kinds) {
        Selection selection = of(request.option("select"), kinds);
        refuseMissing(request, selection.names());
        return selection;
    }

    /** Of attributes that the tenant does not know any more. */
    static void refuseMissing(GraphRequest request, Collection<String> names) {
        List<String> missing = request.tenant().faults().missingAttributes();
        names.stream()
                .filter(missing::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw GraphProblem.unknownProperty(name, "user");
                });
    }

    static Selection of(Optional<String> select, ObjectKind... kinds) {
        SequencedSet<String> names = new LinkedHashSet<>();
        select.ifPresent(list ->
                Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
        for (String name : names) {
            if (!isKnown(name, kinds)) {
                throw GraphProblem.unknownProperty(
                        name, kinds.length == 1 ? kinds[0].wireName() : "directoryObject");
            }
        }
        return new Selection(names);
    }

    private static boolean isKnown(String name, ObjectKind... kinds) {
        return ALWAYS_KNOWN.contains(name)
                || Arrays.stream(kinds).anyMatch(kind -> kind.knows(name));
    }

    List<String> of(ObjectKind kind) {
        return names.isEmpty()
                ? kind.defaultProperties()
                : names.stream()
                        .filter(name -> ALWAYS_KNOWN.contains(name) || kind.knows(name))
                        .toList();
    }

    boolean isDefault() {
        return names.isEmpty();
    }

    /** Writes the selected properties, null where nothing is set. */
    void write(JsonGenerator json, Entry entry) throws IOException {
        DirectoryObject object = entry.object();
        boolean id = names.isEmpty() || names.contains("id");
        if (id) {
            json.writeStringField("id", object.id());
        }
        for (String name : of(object.kind())) {
            if (name.equals("deletedDateTime")) {
                java.time.Instant deleted = entry.life().since();
                json.writeStringField(name, deleted == null ? null : deleted.toString());
            } else if (!name.equals("id")) {
                json.writeObjectField(name, object.value(name));
            }
        }
    }

    /** The part of {@code @odata.context} that names the properties. */
    String context() {
        return names.isEmpty() ? "" : "(" + String.join(",", names) + ")";
    }
}
