package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Objects of any kind by id, the bin, and the organization itself. */
final class AnswerObjects {

    private static final int MOST_IDS = 1_000;

    /** What a person has without $select when asked for by several ids. */
    private static final Selection PARTIAL =
            new Selection(
                    new java.util.LinkedHashSet<>(
                            List.of("id", "displayName", "userPrincipalName")));

    private final Listing listing;

    AnswerObjects(Listing listing) {
        this.listing = listing;
    }

    GraphAnswer byIds(GraphRequest request) {
        JsonNode body = RequestBody.object(request);
        List<String> ids = RequestBody.ids(body, "ids");
        if (ids.size() > MOST_IDS) {
            throw GraphProblem.badRequest("The number of ids must not exceed " + MOST_IDS + ".");
        }
        Selection selection = Selection.of(request, ObjectKind.values());
        Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
        body.path("types").forEach(type -> ObjectKind.named(type.asText()).ifPresent(kinds::add));
        DirectoryView view = request.view();
        List<Entry> found =
                ids.stream()
                        .distinct()
                        .flatMap(id -> view.live(id).stream())
                        .filter(entry -> kinds.isEmpty() || kinds.contains(entry.kind()))
                        .toList();
        return GraphAnswer.ok(json -> {
            json.writeStringField("@odata.context", request.base() + "/$metadata#directoryObjects");
            json.writeArrayFieldStart("value");
            for (Entry entry : found) {
                json.writeStartObject();
                json.writeStringField("@odata.type", entry.kind().odataType());
                boolean partial = selection.isDefault() && entry.kind() == ObjectKind.USER;
                (partial ? PARTIAL : selection).write(json, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    GraphAnswer get(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.values());
        String id = request.segment(1).toLowerCase(Locale.ROOT);
        Entry entry = request.view().live(id).orElseThrow(() -> GraphProblem.notFound(id));
        return object(request, entry, selection);
    }

    GraphAnswer deletedItem(GraphRequest request) {
        Selection selection = Selection.of(request, ObjectKind.values());
        String id = request.segment(2).toLowerCase(Locale.ROOT);
        Entry entry =
                request.view()
                        .find(id)
                        .filter(AnswerObjects::isInTheBin)
                        .orElseThrow(() -> GraphProblem.notFound(id));
        return object(request, entry, selection);
    }

    GraphAnswer deletedItems(GraphRequest request, ObjectKind kind) {
        Selection selection = Selection.of(request, kind);
        DirectoryView view = request.view();
        return listing.page(
                request,
                kind.wireName() + "s" + selection.context(),
                (after, max) ->
                        view.list(entry -> entry.kind() == kind && isInTheBin(entry), after, max),
                -1,
                (json, entry) -> {
                    selection.write(json, entry);
                    if (selection.isDefault()) {
                        json.writeStringField(
                                "deletedDateTime", String.valueOf(entry.life().since()));
                    }
                });
    }

    GraphAnswer organization(GraphRequest request) {
        return GraphAnswer.ok(json -> {
            json.writeStringField("@odata.context", request.base() + "/$metadata#organization");
            json.writeArrayFieldStart("value");
            json.writeStartObject();
            json.writeStringField("id", request.tenant().id());
            json.writeStringField("displayName", request.tenant().settings().domain());
            json.writeStringField("tenantType", "AAD");
            json.writeArrayFieldStart("verifiedDomains");
            json.writeStartObject();
            json.writeStringField("name", request.tenant().settings().domain());
            json.writeBooleanField("isDefault", true);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static GraphAnswer object(GraphRequest request, Entry entry, Selection selection) {
        return GraphAnswer.ok(json -> {
            json.writeStringField(
                    "@odata.context", request.base() + "/$metadata#directoryObjects/$entity");
            json.writeStringField("@odata.type", entry.kind().odataType());
            selection.write(json, entry);
            java.time.Instant deleted = entry.life().since();
            if (deleted != null && selection.isDefault()) {
                json.writeStringField("deletedDateTime", deleted.toString());
            }
        });
    }

    private static boolean isInTheBin(Entry entry) {
        return entry.life().state() == State.DELETED;
    }
}
