package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups a person is in. */
final class AnswerMemberships {

    private static final int MOST_CHECKED = 20;
    private static final int MOST_RETURNED = 11_000;

    private final Listing listing;

    AnswerMemberships(Listing listing) {
        this.listing = listing;
    }

    GraphAnswer check(GraphRequest request) {
        List<String> asked = RequestBody.ids(RequestBody.object(request), "groupIds");
        if (asked.size() > MOST_CHECKED) {
            throw GraphProblem.badRequest(
                    "The number of group ids must not exceed " + MOST_CHECKED + ".");
        }
        DirectoryView view = request.view();
        Entry person = AnswerUsers.person(request, view);
        Set<String> all =
                view.transitiveMemberOf(person).stream().map(Entry::id).collect(Collectors.toSet());
        return ids(request, asked.stream().filter(all::contains).distinct().toList());
    }

    GraphAnswer all(GraphRequest request) {
        JsonNode body = RequestBody.object(request);
        boolean securityOnly = body.path("securityEnabledOnly").asBoolean();
        DirectoryView view = request.view();
        List<String> all =
                view.transitiveMemberOf(AnswerUsers.person(request, view)).stream()
                        .filter(group -> !securityOnly || group.object().flag("securityEnabled"))
                        .map(Entry::id)
                        .toList();
        if (all.size() > MOST_RETURNED) {
            throw new GraphProblem(
                    400,
                    "Directory_ResultSizeLimitExceeded",
                    "The result set of the query is greater than the allowed size.");
        }
        return ids(request, all);
    }

    GraphAnswer list(GraphRequest request, boolean transitive) {
        DirectoryView view = request.view();
        Entry person = AnswerUsers.person(request, view);
        return page(request, transitive ? view.transitiveMemberOf(person) : view.memberOf(person));
    }

    GraphAnswer ofGroup(GraphRequest request) {
        DirectoryView view = request.view();
        return page(request, view.memberOf(AnswerGroups.group(request, view)));
    }

    private GraphAnswer page(GraphRequest request, List<Entry> found) {
        Selection selection = Selection.of(request, ObjectKind.GROUP);
        List<Entry> groups =
                found.stream().sorted(java.util.Comparator.comparing(Entry::ordinal)).toList();
        return listing.page(
                request,
                "directoryObjects",
                (after, max) ->
                        groups.stream()
                                .filter(group -> group.ordinal() > after)
                                .limit(max)
                                .toList(),
                -1,
                (json, group) -> {
                    json.writeStringField("@odata.type", group.kind().odataType());
                    selection.write(json, group);
                });
    }

    private static GraphAnswer ids(GraphRequest request, Collection<String> ids) {
        return GraphAnswer.ok(json -> {
            json.writeStringField(
                    "@odata.context", request.base() + "/$metadata#Collection(Edm.String)");
            json.writeArrayFieldStart("value");
            for (String id : ids) {
                json.writeString(id);
            }
            json.writeEndArray();
        });
    }
}
