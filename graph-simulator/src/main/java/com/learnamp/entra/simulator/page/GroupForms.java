package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.ObjectKind;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;

/** What the forms about groups do. */
final class GroupForms {

    private final Pages pages;

    GroupForms(Pages pages) {
        this.pages = pages;
    }

    void mount() {
        pages.form("/page/groups", this::create);
        pages.form("/page/groups/:id/add", this::add);
        pages.form("/page/groups/:id/remove/:member", this::remove);
        pages.form(
                "/page/groups/:id/delete",
                "/page/groups",
                context -> pages.directory(context).delete(Pages.id(context)));
    }

    private String create(RoutingContext context) {
        Directory directory = pages.directory(context);
        String id = UUID.randomUUID().toString();
        directory.create(
                ObjectKind.GROUP,
                id,
                Map.of(
                        "displayName",
                        Pages.field(context, "displayName"),
                        "mailNickname",
                        "group" + id.substring(0, 8),
                        "mailEnabled",
                        false,
                        "securityEnabled",
                        true));
        String parent = Pages.field(context, "parent");
        if (!parent.isEmpty()) {
            directory.addMember(parent, id);
        }
        return "/page/groups/" + id;
    }

    private String add(RoutingContext context) {
        String member = pages.resolved(context, Pages.field(context, "member"));
        pages.directory(context).addMember(Pages.id(context), member);
        return "/page/groups/" + Pages.id(context);
    }

    private String remove(RoutingContext context) {
        pages.directory(context)
                .removeMember(Pages.id(context), Pages.parameter(context, "member"));
        return "/page/groups/" + Pages.id(context);
    }
}
