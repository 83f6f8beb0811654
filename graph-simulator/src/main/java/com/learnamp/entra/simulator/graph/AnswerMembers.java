package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Faults;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members of a group, direct or transitive, of all types or of one. */
final class AnswerMembers {

    private static final String COUNT = "$count";
    private static final Set<String> READS_PEOPLE =
            Set.of(
                    "User.Read.All",
                    "User.ReadWrite.All",
                    "Directory.Read.All",
                    "Directory.ReadWrite.All");

    private final Listing listing;

    AnswerMembers(Listing listing) {
        this.listing = listing;
    }

    GraphAnswer all(GraphRequest request, boolean transitive) {
        if (request.option("expand").isPresent()) {
            throw GraphProblem.unknownProperty("manager", "directoryObject");
        }
        requireNoFilter(request);
        Selection selection = Selection.of(request, ObjectKind.values());
        DirectoryView view = request.view();
        Entry group = AnswerGroups.group(request, view);
        return page(
                request,
                "directoryObjects" + selection.context(),
                (after, max) -> from(view, group, transitive, after, max),
                -1,
                (json, member) -> {
                    json.writeStringField("@odata.type", member.kind().odataType());
                    writeMember(json, member, selection, request);
                });
    }

    /** Members of one type: an advanced query, which needs its header on every page. */
    GraphAnswer ofType(GraphRequest request, boolean transitive) {
        ObjectKind kind = kind(request.segment(3));
        if (!request.eventual() || !request.counts()) {
            throw GraphProblem.unsupported(
                    "The specified OData cast requires $count=true and the header"
                            + " 'ConsistencyLevel: eventual'.");
        }
        if (request.option("expand").isPresent()) {
            throw GraphProblem.unsupported("$expand is not supported with advanced queries.");
        }
        requireNoFilter(request);
        Selection selection = Selection.of(request, kind);
        DirectoryView view = request.view();
        List<Entry> all = all(view, request, transitive, Optional.of(kind));
        return page(
                request,
                kind.wireName() + "s" + selection.context(),
                (after, max) ->
                        all.stream().filter(entry -> entry.ordinal() > after).limit(max).toList(),
                all.size(),
                (json, member) -> writeMember(json, member, selection, request));
    }

    /** How many there are, as plain text: an advanced query too. */
    GraphAnswer count(GraphRequest request, boolean transitive) {
        if (!request.eventual()) {
            throw GraphProblem.badRequest(
                    "$count is not currently supported. The ConsistencyLevel header must be set to"
                            + " 'eventual'.");
        }
        Optional<ObjectKind> kind =
                request.segment(3).equals(COUNT)
                        ? Optional.empty()
                        : Optional.of(kind(request.segment(3)));
        List<Entry> all = all(request.view(), request, transitive, kind);
        return GraphAnswer.text(String.valueOf(all.size()));
    }

    private static List<Entry> all(
            DirectoryView view,
            GraphRequest request,
            boolean transitive,
            Optional<ObjectKind> kind) {
        Entry group = AnswerGroups.group(request, view);
        return from(view, group, transitive, -1, Integer.MAX_VALUE).stream()
                .filter(entry -> kind.isEmpty() || entry.kind() == kind.get())
                .toList();
    }

    private static ObjectKind kind(String cast) {
        return ObjectKind.named(cast.replaceFirst("^graph\\.", ""))
                .filter(any -> cast.startsWith("graph."))
                .orElseThrow(() ->
                        GraphProblem.unsupported("The type '" + cast + "' is not supported."));
    }

    private static void requireNoFilter(GraphRequest request) {
        for (String option : List.of("filter", "search", "orderby", "skip")) {
            if (request.option(option).isPresent()) {
                throw GraphProblem.unsupported("'$" + option + "' is not supported here.");
            }
        }
    }

    /** The page, or a faulty one: empty, or half of it and the last though more should follow. */
    private GraphAnswer page(
            GraphRequest request,
            String context,
            Listing.Source source,
            long count,
            Listing.Item item) {
        Faults faults = request.tenant().faults();
        Listing.Source served = source;
        if (happens(request, faults.emptyListingRate(), "empty listing")) {
            served = (after, max) -> List.of();
        } else if (happens(request, faults.truncatedListingRate(), "truncated listing")) {
            served = (after, max) -> half(source.after(after, max));
        }
        return listing.page(request, context, served, count, item);
    }

    private static List<Entry> half(List<Entry> page) {
        return page.subList(0, page.size() / 2);
    }

    private static boolean happens(GraphRequest request, double rate, String fault) {
        return request.tenant()
                .chance()
                .happens(rate, request.tenant().faults().seed(), fault, request.subject());
    }

    private static List<Entry> from(
            DirectoryView view, Entry group, boolean transitive, int after, int max) {
        return transitive
                ? view.transitiveMembers(group, after, max)
                : view.members(group, after, max);
    }

    /** Of a type that the app may not read, type and id are all that is said. */
    private static void writeMember(
            JsonGenerator json, Entry member, Selection selection, GraphRequest request)
            throws IOException {
        boolean readable =
                member.kind() != ObjectKind.USER
                        || request.caller().roles().stream().anyMatch(READS_PEOPLE::contains);
        if (readable) {
            selection.write(json, member);
        } else {
            json.writeStringField("id", member.id());
            for (String name : selection.of(member.kind())) {
                if (!name.equals("id")) {
                    json.writeNullField(name);
                }
            }
        }
    }
}
