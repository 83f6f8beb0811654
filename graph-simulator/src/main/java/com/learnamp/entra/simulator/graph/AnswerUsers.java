package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.Optional;
import java.util.function.Predicate;

/** People, one or all, with their managers and reports. */
final class AnswerUsers {

    private final Listing listing;

    AnswerUsers(Listing listing) {
        this.listing = listing;
    }

    GraphAnswer list(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.USER);
        Optional<Expansion> expansion = Expansion.of(request, false);
        requireNoUnsupported(request);
        DirectoryView view = request.view();
        Predicate<Entry> wanted = wanted(request);
        long count = request.counts() && request.eventual() ? view.count(wanted) : -1;
        return listing.page(
                request,
                "users" + selection.context(),
                (after, max) -> view.list(wanted, after, max),
                count,
                (json, person) -> {
                    selection.write(json, person);
                    if (expansion.isPresent()) {
                        expansion.get().write(json, person, view);
                    }
                });
    }

    GraphAnswer count(GraphRequest request) {
        if (!request.eventual()) {
            throw GraphProblem.badRequest(
                    "$count is not currently supported. The ConsistencyLevel header must be set to"
                            + " 'eventual'.");
        }
        return GraphAnswer.text(String.valueOf(request.view().count(wanted(request))));
    }

    GraphAnswer get(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.USER);
        Optional<Expansion> expansion = Expansion.of(request, true);
        DirectoryView view = request.view();
        Entry person = person(request, view);
        return GraphAnswer.ok(json -> {
            json.writeStringField(
                    "@odata.context",
                    request.base() + "/$metadata#users" + selection.context() + "/$entity");
            selection.write(json, person);
            if (expansion.isPresent()) {
                expansion.get().write(json, person, view);
            }
        });
    }

    GraphAnswer manager(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.USER, ObjectKind.ORG_CONTACT);
        DirectoryView view = request.view();
        Entry manager =
                view.manager(person(request, view))
                        .orElseThrow(() -> GraphProblem.notFound("manager"));
        return GraphAnswer.ok(json -> {
            json.writeStringField(
                    "@odata.context", request.base() + "/$metadata#directoryObjects/$entity");
            json.writeStringField("@odata.type", manager.kind().odataType());
            selection.write(json, manager);
        });
    }

    GraphAnswer reports(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.USER, ObjectKind.ORG_CONTACT);
        DirectoryView view = request.view();
        Entry manager = person(request, view);
        return listing.page(
                request,
                "directoryObjects",
                (after, max) -> view.reports(manager, after, max),
                -1,
                (json, report) -> {
                    json.writeStringField("@odata.type", report.kind().odataType());
                    selection.write(json, report);
                });
    }

    /** By id, or by user principal name as Graph allows. */
    static Entry person(GraphRequest request, DirectoryView view) {
        String name = request.segment(1);
        return view.live(ObjectKind.USER, name.toLowerCase(java.util.Locale.ROOT))
                .or(() -> name.contains("@") ? byPrincipalName(view, name) : Optional.empty())
                .orElseThrow(() -> GraphProblem.notFound(name));
    }

    private static Optional<Entry> byPrincipalName(DirectoryView view, String name) {
        return view
                .list(
                        entry ->
                                isLivePerson(entry)
                                        && entry.object()
                                                .text("userPrincipalName")
                                                .filter(name::equalsIgnoreCase)
                                                .isPresent(),
                        -1,
                        1)
                .stream()
                .findFirst();
    }

    private static Predicate<Entry> wanted(GraphRequest request) {
        Predicate<Entry> filter =
                request.option("filter")
                        .map(text -> Filter.of(text, ObjectKind.USER))
                        .orElse(any -> true);
        return entry -> isLivePerson(entry) && filter.test(entry);
    }

    private static void requireNoUnsupported(GraphRequest request) {
        if (request.option("search").isPresent() && !request.eventual()) {
            throw GraphProblem.unsupported(
                    "Request with $search query parameter only works through MSGraph with a special"
                            + " request header: 'ConsistencyLevel: eventual'");
        }
        for (String option : new String[] {"search", "orderby", "skip"}) {
            if (request.option(option).isPresent()) {
                throw GraphProblem.unsupported("'$" + option + "' is not supported here.");
            }
        }
    }

    private static boolean isLivePerson(Entry entry) {
        return entry.isLive() && entry.kind() == ObjectKind.USER;
    }
}
