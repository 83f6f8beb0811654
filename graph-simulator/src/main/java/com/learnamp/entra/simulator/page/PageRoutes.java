package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.control.ChangePeople;
import com.learnamp.entra.simulator.control.RandomFaults;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.generator.Churn;
import com.learnamp.entra.simulator.graph.Photos;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page, server-rendered: every change is a form, answered with the way back. */
public final class PageRoutes {

    private final Tenants tenants;
    private final Notifier notifier;
    private final String clientId;
    private final Buffer style = Buffer.buffer(resource("style.css"));

    public PageRoutes(Tenants tenants, Notifier notifier, String clientId) {
        this.tenants = tenants;
        this.notifier = notifier;
        this.clientId = clientId;
    }

    public void mount(Router router) {
        router.get("/page/style.css")
                .handler(context ->
                        context.response()
                                .putHeader("Content-Type", "text/css; charset=utf-8")
                                .end(style));
        router.get("/page/people/:id/photo").handler(this::photo);
        show(router, "/", this::people);
        show(
                router,
                "/page/people/new",
                context -> page(context, "New person", "", PersonPage.newPerson(tenant(context))));
        show(router, "/page/people/:id", this::person);
        show(
                router,
                "/page/groups",
                context ->
                        page(
                                context,
                                "Groups",
                                "/page/groups",
                                GroupsPage.list(tenant(context), query(context, "search"))));
        show(router, "/page/groups/:id", this::group);
        show(
                router,
                "/page/history",
                context ->
                        page(
                                context,
                                "History",
                                "/page/history",
                                HistoryPage.changes(tenant(context))));
        show(
                router,
                "/page/requests",
                context ->
                        page(
                                context,
                                "Requests",
                                "/page/requests",
                                HistoryPage.requests(tenant(context), notifier.log().counts())));
        show(
                router,
                "/page/faults",
                context ->
                        page(
                                context,
                                "Faults",
                                "/page/faults",
                                FaultsPage.content(tenant(context))));
        mountChanges(router);
        mountTrouble(router);
    }

    private void mountChanges(Router router) {
        change(router, "/page/churn", this::churn);
        change(router, "/page/people", this::create);
        change(router, "/page/people/:id", this::save);
        change(
                router,
                "/page/people/:id/manager",
                context -> {
                    String manager = form(context, "manager");
                    Directory directory = directory(context);
                    if (manager.isEmpty()) {
                        directory.clearManager(id(context));
                    } else {
                        directory.setManager(id(context), resolved(context, manager));
                    }
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/join",
                context -> {
                    directory(context).addMember(form(context, "group"), id(context));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/leave/:group",
                context -> {
                    directory(context).removeMember(parameter(context, "group"), id(context));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/photo",
                context -> {
                    Directory directory = directory(context);
                    directory.setPhoto(
                            id(context), Photo.painted(directory.now().sequence() * 31 + 7, 240));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/photo/remove",
                context -> {
                    directory(context).removePhoto(id(context));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/administrator",
                context -> {
                    Tenant tenant = tenant(context);
                    tenant.setAdministrator(
                            id(context), !tenant.administrators().contains(id(context)));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/delete",
                context -> {
                    directory(context).delete(id(context));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/restore",
                context -> {
                    directory(context).restore(id(context));
                    return personPath(context);
                });
        change(
                router,
                "/page/people/:id/purge",
                context -> {
                    directory(context).purge(id(context));
                    return "/";
                });
        change(
                router,
                "/page/groups",
                context -> {
                    String id = UUID.randomUUID().toString();
                    directory(context)
                            .create(
                                    ObjectKind.GROUP,
                                    id,
                                    Map.of(
                                            "displayName",
                                            form(context, "displayName"),
                                            "mailNickname",
                                            "group" + id.substring(0, 8),
                                            "mailEnabled",
                                            false,
                                            "securityEnabled",
                                            true));
                    if (!form(context, "parent").isEmpty()) {
                        directory(context).addMember(form(context, "parent"), id);
                    }
                    return "/page/groups/" + id;
                });
        change(
                router,
                "/page/groups/:id/add",
                context -> {
                    directory(context)
                            .addMember(id(context), resolved(context, form(context, "member")));
                    return "/page/groups/" + id(context);
                });
        change(
                router,
                "/page/groups/:id/remove/:member",
                context -> {
                    directory(context).removeMember(id(context), parameter(context, "member"));
                    return "/page/groups/" + id(context);
                });
        change(
                router,
                "/page/groups/:id/delete",
                context -> {
                    directory(context).delete(id(context));
                    return "/page/groups";
                });
    }

    private void mountTrouble(Router router) {
        change(
                router,
                "/page/faults",
                context -> {
                    tenant(context).setFaults(FaultsPage.read(context.request().formAttributes()));
                    return "/page/faults";
                });
        change(
                router,
                "/page/faults/none",
                context -> {
                    tenant(context).setFaults(Faults.NONE);
                    return "/page/faults";
                });
        change(
                router,
                "/page/faults/random",
                context -> {
                    tenant(context)
                            .setFaults(RandomFaults.of(Long.parseLong(form(context, "seed"))));
                    return "/page/faults";
                });
        change(
                router,
                "/page/tokens/revoke",
                context -> {
                    tenant(context).revokeTokens();
                    return "/page/faults";
                });
        change(
                router,
                "/page/delta/expire",
                context -> {
                    tenant(context).expireDeltaLinks();
                    return "/page/faults";
                });
        change(
                router,
                "/page/subscriptions/reauthorization",
                context -> {
                    notifier.askForReauthorization(tenant(context));
                    return "/page/faults";
                });
        change(
                router,
                "/page/consent/grant",
                context -> {
                    tenant(context).consent().grant(clientId, Consent.USUAL_ROLES);
                    return "/page/faults";
                });
        change(
                router,
                "/page/consent/revoke",
                context -> {
                    tenant(context).consent().revoke(clientId);
                    notifier.askForReauthorization(tenant(context));
                    return "/page/faults";
                });
        change(
                router,
                "/page/requests/reset",
                context -> {
                    tenant(context).requests().reset();
                    return "/page/requests";
                });
    }

    private String people(RoutingContext context) {
        State state = "DELETED".equals(query(context, "state")) ? State.DELETED : State.LIVE;
        String after = query(context, "after");
        return page(
                context,
                "People",
                "/",
                PeoplePage.content(
                        tenant(context),
                        query(context, "search"),
                        state,
                        after.isEmpty() ? -1 : Integer.parseInt(after)));
    }

    private String person(RoutingContext context) {
        Entry person = found(context, ObjectKind.USER);
        return page(
                context,
                person.object().displayName(),
                "",
                PersonPage.content(tenant(context), person));
    }

    private String group(RoutingContext context) {
        Entry group = found(context, ObjectKind.GROUP);
        String after = query(context, "after");
        return page(
                context,
                group.object().displayName(),
                "",
                GroupsPage.group(
                        tenant(context), group, after.isEmpty() ? -1 : Integer.parseInt(after)));
    }

    private String churn(RoutingContext context) {
        Tenant tenant = tenant(context);
        String seed = form(context, "seed");
        Churn.happen(
                tenant.directory(),
                tenant.settings().groupId(),
                tenant.settings().domain(),
                Math.clamp(Integer.parseInt(form(context, "count")), 1, 100_000),
                seed.isEmpty() ? tenant.directory().now().sequence() + 1 : Long.parseLong(seed));
        return "/page/history";
    }

    private String create(RoutingContext context) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        PersonPage.FIELDS
                .keySet()
                .forEach(name -> {
                    String value = form(context, name);
                    if (!value.isEmpty()) {
                        properties.put(name, value);
                    }
                });
        String group = form(context, "group");
        String id =
                ChangePeople.create(
                        tenant(context),
                        properties,
                        group.isEmpty() ? List.of() : List.of(group),
                        null);
        return "/page/people/" + id;
    }

    private String save(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (String name : PersonPage.FIELDS.keySet()) {
            String value = form.get(name);
            if (value != null) {
                changes.put(name, value.isEmpty() ? null : value);
            }
        }
        changes.put("accountEnabled", form.contains("accountEnabled"));
        directory(context).update(id(context), changes);
        return personPath(context);
    }

    private void photo(RoutingContext context) {
        Optional<Photo> photo =
                tenants.all().stream()
                        .flatMap(tenant -> tenant.directory().now().find(id(context)).stream())
                        .flatMap(entry -> entry.photo().stream())
                        .findFirst();
        if (photo.isEmpty()) {
            context.response().setStatusCode(404).end();
        } else {
            context.response()
                    .putHeader("Content-Type", "image/jpeg")
                    .putHeader("Cache-Control", "max-age=86400")
                    .end(Buffer.buffer(Photos.jpeg(photo.get(), Math.min(96, photo.get().side()))));
        }
    }

    private Entry found(RoutingContext context, ObjectKind kind) {
        return directory(context)
                .now()
                .find(id(context))
                .filter(entry -> entry.kind() == kind && entry.life().state() != State.PURGED)
                .orElseThrow(() -> new NoSuchElementException("not there any more"));
    }

    /** An id, from an id or a user principal name. */
    private String resolved(RoutingContext context, String name) {
        DirectoryView view = directory(context).now();
        return view.live(name)
                .or(() ->
                        view
                                .list(
                                        entry ->
                                                entry.isLive()
                                                        && entry.kind() == ObjectKind.USER
                                                        && entry.object()
                                                                .text("userPrincipalName")
                                                                .filter(name::equalsIgnoreCase)
                                                                .isPresent(),
                                        -1,
                                        1)
                                .stream()
                                .findFirst())
                .map(Entry::id)
                .orElseThrow(() -> new NoSuchElementException("nobody is called " + name));
    }

    private String page(RoutingContext context, String title, String here, String content) {
        return Html.page(title, here, tenants, tenant(context), content);
    }

    private Tenant tenant(RoutingContext context) {
        String id = query(context, "tenant");
        return id.isEmpty() ? tenants.first() : tenants.find(id).orElseGet(tenants::first);
    }

    private Directory directory(RoutingContext context) {
        return tenant(context).directory();
    }

    private static String id(RoutingContext context) {
        return parameter(context, "id");
    }

    private static String personPath(RoutingContext context) {
        return "/page/people/" + id(context);
    }

    private static String parameter(RoutingContext context, String name) {
        return Objects.requireNonNull(context.pathParam(name));
    }

    private static String query(RoutingContext context, String name) {
        return context.queryParam(name).stream().findFirst().orElse("");
    }

    private static String form(RoutingContext context, String name) {
        return Objects.requireNonNullElse(context.request().getFormAttribute(name), "").strip();
    }

    private void show(Router router, String path, Function<RoutingContext, String> answer) {
        router.get(path)
                .handler(context -> {
                    context.response().putHeader("Content-Type", "text/html; charset=utf-8");
                    try {
                        context.end(answer.apply(context));
                    } catch (NoSuchElementException | IllegalArgumentException wrong) {
                        problem(context, wrong);
                    }
                });
    }

    /** Answers with the page to look at next. */
    private void change(Router router, String path, Function<RoutingContext, String> change) {
        router.post(path)
                .handler(context -> {
                    try {
                        String next = change.apply(context);
                        context.response()
                                .setStatusCode(303)
                                .putHeader("Location", next + "?" + Html.query(tenant(context)))
                                .end();
                    } catch (NoSuchElementException | IllegalArgumentException wrong) {
                        problem(context, wrong);
                    }
                });
    }

    private void problem(RoutingContext context, RuntimeException wrong) {
        context.response()
                .setStatusCode(wrong instanceof NoSuchElementException ? 404 : 400)
                .putHeader("Content-Type", "text/html; charset=utf-8");
        context.end(
                page(
                        context,
                        "That did not work",
                        "",
                        "<p class=\"note bad\">%s</p><p><a href=\"/?%s\">Back to the people</a></p>"
                                .formatted(
                                        Html.text(
                                                Objects.requireNonNullElse(
                                                        wrong.getMessage(), "invalid")),
                                        Html.query(tenant(context)))));
    }

    private static byte[] resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(PageRoutes.class.getResourceAsStream(name))) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
