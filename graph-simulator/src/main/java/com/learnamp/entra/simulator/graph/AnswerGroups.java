package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Faults;
import java.util.Locale;
import java.util.function.Predicate;

/** Groups, one or all. */
final class AnswerGroups {

    private final Listing listing;

    AnswerGroups(Listing listing) {
        this.listing = listing;
    }

    GraphAnswer list(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.GROUP);
        DirectoryView view = request.view();
        Predicate<Entry> filter =
                request.option("filter")
                        .map(text -> Filter.of(text, ObjectKind.GROUP))
                        .orElse(any -> true);
        Predicate<Entry> wanted =
                entry -> entry.isLive() && entry.kind() == ObjectKind.GROUP && filter.test(entry);
        return listing.page(
                request,
                "groups" + selection.context(),
                (after, max) -> view.list(wanted, after, max),
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

    /** The group of the path, unless it is gone, or a fault says that it is or is closed. */
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
