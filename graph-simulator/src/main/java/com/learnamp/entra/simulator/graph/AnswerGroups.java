package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Faults;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Groups and their members, direct and transitive. */
final class AnswerGroups {

    private static final Set<String> READS_PEOPLE =
            Set.of(
                    "User.Read.All",
                    "User.ReadWrite.All",
                    "Directory.Read.All",
                    "Directory.ReadWrite.All");

    private final Listing listing;

    AnswerGroups(Listing listing) {
        this.listing = listing;
    }

    GraphAnswer list(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.GROUP);
        DirectoryView view = request.view();
        java.util.function.Predicate<Entry> filter =
                request.option("filter")
                        .map(text -> Filter.of(text, ObjectKind.GROUP))
                        .orElse(any -> true);
        return listing.page(
                request,
                "groups" + selection.context(),
                (after, max) ->
                        view.list(
                                entry ->
                                        entry.isLive()
                                                && entry.kind() == ObjectKind.GROUP
                                                && filter.test(entry),
                                after,
                                max),
                -1,
                selection::write);
    }

    GraphAnswer get(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.GROUP);
        Entry group = group(request, request.view());
        return GraphAnswer.ok(json -> {
            json.writeStringField(
                    "@odata.context",
                    request.base() + "/$metadata#groups" + selection.context() + "/$entity");
            selection.write(json, group);
        });
    }

    GraphAnswer members(GraphRequest request, boolean transitive) {
        if (request.option("expand").isPresent()) {
            throw GraphProblem.unknownProperty("manager", "directoryObject");
        }
        Selection selection = Selection.of(request, ObjectKind.values());
        DirectoryView view = request.view();
        Entry group = group(request, view);
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
    GraphAnswer membersOfType(GraphRequest request, boolean transitive) {
        String cast = request.segment(3);
        ObjectKind kind =
                ObjectKind.named(cast.replaceFirst("^graph\\.", ""))
                        .filter(any -> cast.startsWith("graph."))
                        .orElseThrow(() ->
                                GraphProblem.unsupported(
                                        "The type '" + cast + "' is not supported."));
        if (!request.eventual() || !request.counts()) {
            throw GraphProblem.unsupported(
                    "The specified OData cast requires $count=true and the header"
                            + " 'ConsistencyLevel: eventual'.");
        }
        if (request.option("expand").isPresent()) {
            throw GraphProblem.unsupported("$expand is not supported with advanced queries.");
        }
        Selection selection = Selection.of(request, kind);
        DirectoryView view = request.view();
        Entry group = group(request, view);
        List<Entry> all =
                from(view, group, transitive, -1, Integer.MAX_VALUE).stream()
                        .filter(entry -> entry.kind() == kind)
                        .toList();
        return page(
                request,
                kind.wireName() + "s" + selection.context(),
                (after, max) ->
                        all.stream().filter(entry -> entry.ordinal() > after).limit(max).toList(),
                all.size(),
                (json, member) -> writeMember(json, member, selection, request));
    }

    /** The page, or a faulty one: empty, or the last although more should follow. */
    private GraphAnswer page(
            GraphRequest request,
            String context,
            Listing.Source source,
            long count,
            Listing.Item item) {
        Faults faults = request.tenant().faults();
        boolean empty = happens(request, faults.emptyListingRate(), "empty listing");
        boolean cut = happens(request, faults.truncatedListingRate(), "truncated listing");
        Listing.Source served =
                (after, max) ->
                        empty ? List.of() : source.after(after, cut ? Math.min(max - 1, 1) : max);
        return listing.page(request, context, served, count, item);
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

    static Entry group(GraphRequest request, DirectoryView view) {
        String id = request.segment(1).toLowerCase(Locale.ROOT);
        Faults faults = request.tenant().faults();
        if (faults.forbiddenGroups().contains(id)) {
            throw GraphProblem.forbidden();
        }
        if (faults.vanishedGroups().contains(id)) {
            throw GraphProblem.notFound(id);
        }
        return view.live(ObjectKind.GROUP, id).orElseThrow(() -> GraphProblem.notFound(id));
    }
}
