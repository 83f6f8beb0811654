package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.control.ChangePeople;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.Photo;
import com.learnamp.entra.simulator.generator.Churn;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the forms about people do. */
final class PeopleForms {

    private static final int MOST_CHANGES = 100_000;

    private final Pages pages;

    PeopleForms(Pages pages) {
        this.pages = pages;
    }

    void mount() {
        pages.form("/page/churn", "/page/history", this::churn);
        pages.form("/page/people", this::create);
        onPerson("", this::save);
        onPerson("/manager", this::setManager);
        onPerson(
                "/join",
                (directory, context) ->
                        directory.addMember(Pages.field(context, "group"), Pages.id(context)));
        onPerson(
                "/leave/:group",
                (directory, context) ->
                        directory.removeMember(
                                Pages.parameter(context, "group"), Pages.id(context)));
        onPerson(
                "/photo",
                (directory, context) ->
                        directory.setPhoto(
                                Pages.id(context),
                                Photo.painted(directory.now().sequence() * 31 + 7, 240)));
        onPerson("/photo/remove", (directory, context) -> directory.removePhoto(Pages.id(context)));
        onPerson("/administrator", (directory, context) -> toggleAdministrator(context));
        onPerson("/delete", (directory, context) -> directory.delete(Pages.id(context)));
        onPerson("/restore", (directory, context) -> directory.restore(Pages.id(context)));
        pages.form(
                "/page/people/:id/purge",
                "/",
                context -> pages.directory(context).purge(Pages.id(context)));
    }

    /** A form of a person's page, which is shown again afterwards. */
    private void onPerson(String path, BiConsumer<Directory, RoutingContext> change) {
        pages.form(
                "/page/people/:id" + path,
                context -> {
                    change.accept(pages.directory(context), context);
                    return "/page/people/" + Pages.id(context);
                });
    }

    private void churn(RoutingContext context) {
        Tenant tenant = pages.tenant(context);
        String seed = Pages.field(context, "seed");
        int count = Integer.parseInt(Pages.field(context, "count"));
        Churn.happen(
                tenant.directory(),
                tenant.settings().groupId(),
                tenant.settings().domain(),
                Math.clamp(count, 1, MOST_CHANGES),
                seed.isEmpty() ? tenant.directory().now().sequence() + 1 : Long.parseLong(seed));
    }

    private String create(RoutingContext context) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (String name : PersonPage.FIELDS.keySet()) {
            String value = Pages.field(context, name);
            if (!value.isEmpty()) {
                properties.put(name, value);
            }
        }
        String group = Pages.field(context, "group");
        List<String> groups = group.isEmpty() ? List.of() : List.of(group);
        return "/page/people/"
                + ChangePeople.create(pages.tenant(context), properties, groups, null);
    }

    private void save(Directory directory, RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (String name : PersonPage.FIELDS.keySet()) {
            String value = form.get(name);
            if (value != null) {
                changes.put(name, value.isEmpty() ? null : value);
            }
        }
        changes.put("accountEnabled", form.contains("accountEnabled"));
        directory.update(Pages.id(context), changes);
    }

    private void setManager(Directory directory, RoutingContext context) {
        String manager = Pages.field(context, "manager");
        if (manager.isEmpty()) {
            directory.clearManager(Pages.id(context));
        } else {
            directory.setManager(Pages.id(context), pages.resolved(context, manager));
        }
    }

    private void toggleAdministrator(RoutingContext context) {
        Tenant tenant = pages.tenant(context);
        String id = Pages.id(context);
        tenant.setAdministrator(id, !tenant.administrators().contains(id));
    }
}
