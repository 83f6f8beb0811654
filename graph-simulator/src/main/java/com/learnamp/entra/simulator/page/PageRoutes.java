package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import com.learnamp.entra.simulator.graph.Photos;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** The page, server-rendered, with nothing from other hosts. */
public final class PageRoutes {

    private static final int LARGEST_FACE = 96;

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
        Pages pages = new Pages(router, tenants);
        router.get("/page/style.css")
                .handler(context ->
                        context.response()
                                .putHeader("Content-Type", "text/css; charset=utf-8")
                                .end(style));
        router.get("/page/people/:id/photo").handler(this::face);
        pages.show("/", "People", context -> people(pages, context));
        pages.show(
                "/page/people/new",
                "New person",
                context -> PersonPage.newPerson(pages.tenant(context)));
        pages.showTitled("/page/people/:id", context -> person(pages, context));
        pages.show(
                "/page/groups",
                "Groups",
                context -> GroupsPage.list(pages.tenant(context), Pages.query(context, "search")));
        pages.showTitled("/page/groups/:id", context -> group(pages, context));
        pages.show(
                "/page/history", "History", context -> HistoryPage.changes(pages.tenant(context)));
        pages.show(
                "/page/requests",
                "Requests",
                context -> HistoryPage.requests(pages.tenant(context), notifier.log().counts()));
        pages.show("/page/faults", "Faults", context -> FaultsPage.content(pages.tenant(context)));
        new PeopleForms(pages).mount();
        new GroupForms(pages).mount();
        new TroubleForms(pages, notifier, clientId).mount();
    }

    private static String people(Pages pages, RoutingContext context) {
        return PeoplePage.content(
                pages.tenant(context),
                Pages.query(context, "search"),
                Pages.query(context, "state").equals("DELETED") ? State.DELETED : State.LIVE,
                Pages.after(context));
    }

    private static String person(Pages pages, RoutingContext context) {
        Entry person = pages.found(context, ObjectKind.USER);
        return pages.page(
                context,
                person.object().displayName(),
                "",
                PersonPage.content(pages.tenant(context), person));
    }

    private static String group(Pages pages, RoutingContext context) {
        Entry group = pages.found(context, ObjectKind.GROUP);
        return pages.page(
                context,
                group.object().displayName(),
                "",
                GroupsPage.group(pages.tenant(context), group, Pages.after(context)));
    }

    /** The photo of a person of any tenant; ids are unique among them. */
    private void face(RoutingContext context) {
        Optional<Photo> photo =
                tenants.all().stream()
                        .flatMap(
                                tenant -> tenant.directory().now().find(Pages.id(context)).stream())
                        .flatMap(entry -> entry.photo().stream())
                        .findFirst();
        if (photo.isEmpty()) {
            context.response().setStatusCode(404).end();
            return;
        }
        int side = Math.min(LARGEST_FACE, photo.get().side());
        context.response()
                .putHeader("Content-Type", "image/jpeg")
                .putHeader("Cache-Control", "max-age=86400")
                .end(Buffer.buffer(Photos.jpeg(photo.get(), side)));
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
