package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One relationship returned inside a person: {@code manager}, {@code directReports} or what the
 * person is a member of. At most twenty objects, without a link to more, as Graph has it.
 */
record Expansion(String relationship, Selection selection, int levels) {

    private static final int MOST = 20;
    private static final Pattern SYNTAX =
            Pattern.compile("(\\w+)(?:\\((.*)\\))?", Pattern.CASE_INSENSITIVE);

    static Optional<Expansion> of(GraphRequest request, boolean single) {
        return request.option("expand").map(text -> parse(text, single, request));
    }

    private static Expansion parse(String text, boolean single, GraphRequest request) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            throw GraphProblem.unsupported("Only one relationship can be expanded in a request.");
        }
        if (request.eventual() && request.counts()) {
            throw GraphProblem.unsupported("$expand is not supported with advanced queries.");
        }
        Optional<String> options = Optional.ofNullable(matcher.group(2));
        int levels = levels(options, single);
        return switch (matcher.group(1)) {
            case "manager", "directReports" ->
                    new Expansion(
                            matcher.group(1),
                            Selection.of(select(options), ObjectKind.USER, ObjectKind.ORG_CONTACT),
                            levels);
            case "memberOf", "transitiveMemberOf" ->
                    new Expansion(
                            "memberOf".equals(matcher.group(1)) ? "memberOf" : "transitiveMemberOf",
                            Selection.of(select(options), ObjectKind.GROUP),
                            levels);
            default -> throw GraphProblem.unknownProperty(matcher.group(1), "user");
        };
    }

    private static Optional<String> select(Optional<String> options) {
        return options.flatMap(text -> option(text, "select"));
    }

    private static int levels(Optional<String> options, boolean single) {
        Optional<String> levels = options.flatMap(text -> option(text, "levels"));
        if (levels.isPresent() && !single) {
            throw new GraphProblem(
                    400, "Request_Unsupported", "$levels is supported for a single user only.");
        }
        return levels.map(text -> text.equals("max") ? 1000 : Integer.parseInt(text)).orElse(1);
    }

    private static Optional<String> option(String text, String name) {
        for (String option : text.split(";")) {
            String[] parts = option.strip().split("=", 2);
            if (parts.length == 2 && parts[0].replace("$", "").equalsIgnoreCase(name)) {
                return Optional.of(parts[1]);
            }
        }
        return Optional.empty();
    }

    void write(JsonGenerator json, Entry person, DirectoryView view) throws IOException {
        if (relationship.equals("manager")) {
            writeManager(json, person, view, levels);
        } else {
            json.writeArrayFieldStart(relationship);
            for (Entry related : related(person, view)) {
                writeObject(json, related);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** Expanding transitiveMemberOf gives the direct groups alone: a known trap of Graph. */
    private List<Entry> related(Entry person, DirectoryView view) {
        List<Entry> all =
                relationship.equals("directReports")
                        ? view.reports(person, -1, MOST)
                        : view.memberOf(person);
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** A person without a manager has no such property. */
    private void writeManager(JsonGenerator json, Entry person, DirectoryView view, int depth)
            throws IOException {
        Optional<Entry> manager = view.manager(person);
        if (manager.isPresent()) {
            json.writeFieldName("manager");
            writeObject(json, manager.get());
            if (depth > 1) {
                writeManager(json, manager.get(), view, depth - 1);
            }
            json.writeEndObject();
        }
    }

    private void writeObject(JsonGenerator json, Entry related) throws IOException {
        json.writeStartObject();
        json.writeStringField("@odata.type", related.kind().odataType());
        selection.write(json, related);
    }
}
