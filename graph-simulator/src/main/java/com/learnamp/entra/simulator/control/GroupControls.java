package com.learnamp.entra.simulator.control;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.ObjectKind;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Groups and who is in them. */
final class GroupControls {

    private final Controls controls;

    GroupControls(Controls controls) {
        this.controls = controls;
    }

    void mount() {
        controls.on(
                "GET",
                "/groups",
                context -> PeopleControls.list(controls, context, ObjectKind.GROUP));
        controls.on(
                "POST",
                "/groups",
                context ->
                        Map.of(
                                "id",
                                ChangePeople.createGroup(
                                        controls.tenant(context), Body.json(context))));
        controls.on("GET", "/groups/:id", this::show);
        controls.on(
                "PATCH",
                "/groups/:id",
                context ->
                        Controls.changed(
                                controls.directory(context)
                                        .update(Controls.id(context), Body.map(context))));
        controls.on(
                "DELETE",
                "/groups/:id",
                context ->
                        Controls.changed(
                                Optional.of(
                                        controls.directory(context).delete(Controls.id(context)))));
        controls.on(
                "PUT",
                "/groups/:id/members/:member",
                context ->
                        Controls.changed(
                                controls.directory(context)
                                        .addMember(Controls.id(context), member(context))));
        controls.on(
                "DELETE",
                "/groups/:id/members/:member",
                context ->
                        Controls.changed(
                                controls.directory(context)
                                        .removeMember(Controls.id(context), member(context))));
    }

    private Object show(RoutingContext context) {
        DirectoryView view = controls.directory(context).now();
        return ShowObjects.group(
                view,
                view.find(Controls.id(context))
                        .filter(entry -> entry.kind() == ObjectKind.GROUP)
                        .orElseThrow(() ->
                                new NoSuchElementException("no group " + Controls.id(context))));
    }

    private static String member(RoutingContext context) {
        return Controls.parameter(context, "member");
    }
}
