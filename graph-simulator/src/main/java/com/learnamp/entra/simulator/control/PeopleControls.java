package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People: found, created, changed, deleted and brought back. */
final class PeopleControls {

    private static final int USUAL_LIST = 100;

    private final Controls controls;

    PeopleControls(Controls controls) {
        this.controls = controls;
    }

    void mount() {
        controls.on("GET", "/people", context -> list(controls, context, ObjectKind.USER));
        controls.on("POST", "/people", this::create);
        controls.on("GET", "/people/:id", context -> show(context, Controls.id(context)));
        controls.on(
                "PATCH",
                "/people/:id",
                context ->
                        Controls.changed(
                                controls.directory(context)
                                        .update(Controls.id(context), Body.map(context))));
        controls.on(
                "DELETE",
                "/people/:id",
                context ->
                        Controls.changed(
                                Optional.of(
                                        controls.directory(context).delete(Controls.id(context)))));
        controls.on(
                "POST",
                "/people/:id/restore",
                context ->
                        Controls.changed(
                                Optional.of(
                                        controls.directory(context)
                                                .restore(Controls.id(context)))));
        controls.on(
                "POST",
                "/people/:id/purge",
                context ->
                        Controls.changed(
                                Optional.of(
                                        controls.directory(context).purge(Controls.id(context)))));
        mountManagers();
        mountPhotos();
        controls.on("PUT", "/administrators/:id", context -> setAdministrator(context, true));
        controls.on("DELETE", "/administrators/:id", context -> setAdministrator(context, false));
    }

    private void mountManagers() {
        controls.on(
                "PUT",
                "/people/:id/manager",
                context ->
                        Controls.changed(
                                controls.directory(context)
                                        .setManager(
                                                Controls.id(context), Body.text(context, "id"))));
        controls.on(
                "DELETE",
                "/people/:id/manager",
                context ->
                        Controls.changed(
                                controls.directory(context).clearManager(Controls.id(context))));
    }

    private void mountPhotos() {
        controls.on("PUT", "/people/:id/photo", this::setPhoto);
        controls.on(
                "DELETE",
                "/people/:id/photo",
                context ->
                        Controls.changed(
                                controls.directory(context).removePhoto(Controls.id(context))));
    }

    static Object list(Controls controls, RoutingContext context, ObjectKind kind) {
        State state =
                State.valueOf(
                        Controls.query(context, "state").orElse("LIVE").toUpperCase(Locale.ROOT));
        DirectoryView view = controls.directory(context).now();
        return ShowObjects.briefs(
                view.list(
                        Search.matching(kind, state, Controls.query(context, "search").orElse("")),
                        Controls.number(context, "after", -1),
                        Controls.number(context, "max", USUAL_LIST)));
    }

    private Object create(RoutingContext context) {
        Map<String, @Nullable Object> properties = Body.map(context);
        JsonNode json = Body.json(context);
        properties.remove("groups");
        properties.remove("manager");
        Set<String> groups = Body.texts(json.path("groups"));
        String manager = json.path("manager").isTextual() ? json.path("manager").asText() : null;
        return show(
                context,
                ChangePeople.create(controls.tenant(context), properties, groups, manager));
    }

    private Object show(RoutingContext context, String personId) {
        DirectoryView view = controls.directory(context).now();
        return ShowObjects.personWithLinks(
                view,
                view.find(personId)
                        .filter(entry -> entry.kind() == ObjectKind.USER)
                        .orElseThrow(() -> new NoSuchElementException("no person " + personId)));
    }

    private Object setPhoto(RoutingContext context) {
        boolean picture =
                Objects.requireNonNullElse(context.request().getHeader("Content-Type"), "")
                        .startsWith("image/");
        return Controls.changed(
                Optional.of(
                        ChangePeople.setPhoto(
                                controls.tenant(context),
                                Controls.id(context),
                                picture ? Body.bytes(context) : null,
                                picture ? Body.JSON.createObjectNode() : Body.json(context))));
    }

    private Object setAdministrator(RoutingContext context, boolean administrator) {
        controls.tenant(context).setAdministrator(Controls.id(context), administrator);
        return Map.of("administrators", controls.tenant(context).administrators());
    }
}
