package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.generator.Churn;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.saved.ChangeLines;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets things happen, and tells what is so and what was asked. */
final class TruthControls {

    private static final int MOST_CHANGES = 10_000;
    private static final int USUAL_CHANGES = 1_000;

    private final Controls controls;
    private final Notifier notifier;

    TruthControls(Controls controls, Notifier notifier) {
        this.controls = controls;
        this.notifier = notifier;
    }

    void mount() {
        controls.on("POST", "/churn", this::churn);
        controls.stream("/scope", this::scope);
        controls.on("GET", "/scope/intervals", this::intervals);
        controls.on("GET", "/scope/size", this::size);
        controls.on("GET", "/history", this::history);
        controls.on("GET", "/requests", context -> controls.tenant(context).requests().byKind());
        controls.on(
                "GET",
                "/requests/priorities",
                context -> controls.tenant(context).requests().byPriority());
        controls.on("DELETE", "/requests", this::resetCounts);
        controls.on("GET", "/notifications", context -> notifier.log().counts());
    }

    private Object churn(RoutingContext context) {
        JsonNode body = Body.json(context);
        Tenant tenant = controls.tenant(context);
        Set<String> deeds =
                new LinkedHashSet<>(
                        body.has("only") ? Body.texts(body.path("only")) : Churn.names());
        deeds.removeAll(Body.texts(body.path("except")));
        List<Change> changes =
                Churn.happen(
                        tenant.directory(),
                        body.path("group").asText(tenant.settings().groupId()),
                        tenant.settings().domain(),
                        body.path("count").asInt(1),
                        body.path("seed").asLong(tenant.directory().now().sequence()),
                        deeds);
        return changes.stream().map(ChangeLines::json).toList();
    }

    private Iterator<Buffer> scope(RoutingContext context) {
        Directory directory = controls.directory(context);
        Optional<DirectoryView> then =
                Controls.query(context, "at").map(at -> directory.at(Instant.parse(at)));
        Optional<DirectoryView> after =
                Controls.query(context, "sequence").map(text -> directory.at(Long.parseLong(text)));
        return Scope.json(then.or(() -> after).orElseGet(directory::now), controls.group(context));
    }

    /** How much there is to be listed. */
    private Object size(RoutingContext context) {
        DirectoryView now = controls.directory(context).now();
        List<Entry> members =
                now
                        .live(controls.group(context))
                        .map(group -> now.transitiveMembers(group, -1, Integer.MAX_VALUE))
                        .orElse(List.of())
                        .stream()
                        .filter(Entry::isLive)
                        .toList();
        return Map.of(
                "members", members.size(),
                "people", count(members, ObjectKind.USER),
                "nestedGroups", count(members, ObjectKind.GROUP),
                "tenantUsers",
                        now.list(
                                        entry -> entry.isLive() && entry.kind() == ObjectKind.USER,
                                        -1,
                                        Integer.MAX_VALUE)
                                .size());
    }

    private static long count(List<Entry> entries, ObjectKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }

    private Object intervals(RoutingContext context) {
        String person =
                Controls.query(context, "person")
                        .orElseThrow(() -> new NoSuchElementException("whose? person is missing"));
        return Scope.intervals(controls.directory(context), controls.group(context), person)
                .stream()
                .map(TruthControls::shown)
                .toList();
    }

    private static Map<String, @Nullable Object> shown(Scope.Interval interval) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        Instant until = interval.until();
        shown.put("fromSequence", interval.from());
        shown.put("since", interval.since().toString());
        shown.put("until", until == null ? null : until.toString());
        return shown;
    }

    private Object history(RoutingContext context) {
        Optional<String> id = Controls.query(context, "object");
        int max = Controls.number(context, "max", USUAL_CHANGES);
        return controls
                .directory(context)
                .changes(Controls.number(context, "after", 0), Math.min(MOST_CHANGES, max))
                .stream()
                .filter(change -> id.isEmpty() || concerns(change, id.get()))
                .map(ChangeLines::json)
                .toList();
    }

    private static boolean concerns(Change change, String id) {
        return id.equals(change.objectId()) || id.equals(change.otherId());
    }

    private Object resetCounts(RoutingContext context) {
        controls.tenant(context).requests().reset();
        notifier.log().reset();
        return Map.of();
    }
}
