package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What all pages share: pages are shown, forms change something and lead to a page. */
final class Pages {

    private final Router router;
    private final Tenants tenants;

    Pages(Router router, Tenants tenants) {
        this.router = router;
        this.tenants = tenants;
    }

    /** Shows the content that the function makes under a fixed title. */
    void show(String path, String title, Function<RoutingContext, String> content) {
        showTitled(path, context -> page(context, title, path, content.apply(context)));
    }

    /** Shows a whole page that the function makes. */
    void showTitled(String path, Function<RoutingContext, String> page) {
        router.get(path)
                .handler(context -> {
                    context.response().putHeader("Content-Type", "text/html; charset=utf-8");
                    try {
                        context.end(page.apply(context));
                    } catch (NoSuchElementException | IllegalArgumentException wrong) {
                        problem(context, wrong);
                    }
                });
    }

    /** Does what a form asks, then goes on to a page. */
    void form(String path, String nextPage, Consumer<RoutingContext> change) {
        form(
                path,
                context -> {
                    change.accept(context);
                    return nextPage;
                });
    }

    /** Does what a form asks, then goes on to the page that the function names. */
    void form(String path, Function<RoutingContext, String> change) {
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

    String page(RoutingContext context, String title, String here, String content) {
        return Html.page(title, here, tenants, tenant(context), content);
    }

    Tenant tenant(RoutingContext context) {
        String id = query(context, "tenant");
        return id.isEmpty() ? tenants.first() : tenants.find(id).orElseGet(tenants::first);
    }

    Directory directory(RoutingContext context) {
        return tenant(context).directory();
    }

    /** The object of the path, unless it is gone for good. */
    Entry found(RoutingContext context, ObjectKind kind) {
        return directory(context)
                .now()
                .find(id(context))
                .filter(entry -> entry.kind() == kind && entry.life().state() != State.PURGED)
                .orElseThrow(() -> new NoSuchElementException("It is not there any more."));
    }

    /** An id, from an id or a user principal name. */
    String resolved(RoutingContext context, String name) {
        DirectoryView view = directory(context).now();
        return view.live(name)
                .or(() -> byPrincipalName(view, name))
                .map(Entry::id)
                .orElseThrow(() -> new NoSuchElementException("Nobody is called " + name));
    }

    private static Optional<Entry> byPrincipalName(DirectoryView view, String name) {
        return view
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
                .findFirst();
    }

    static String id(RoutingContext context) {
        return parameter(context, "id");
    }

    static String parameter(RoutingContext context, String name) {
        return Objects.requireNonNull(context.pathParam(name));
    }

    static String query(RoutingContext context, String name) {
        return context.queryParam(name).stream().findFirst().orElse("");
    }

    static int after(RoutingContext context) {
        String after = query(context, "after");
        return after.isEmpty() ? -1 : Integer.parseInt(after);
    }

    static String field(RoutingContext context, String name) {
        return Objects.requireNonNullElse(context.request().getFormAttribute(name), "").strip();
    }

    private void problem(RoutingContext context, RuntimeException wrong) {
        context.response().setStatusCode(wrong instanceof NoSuchElementException ? 404 : 400);
        context.response().putHeader("Content-Type", "text/html; charset=utf-8");
        String content =
                "<p class=\"note bad\">%s</p><p><a href=\"/?%s\">Back to the people</a></p>"
                        .formatted(
                                Html.text(
                                        Objects.requireNonNullElse(
                                                wrong.getMessage(), "That is not valid.")),
                                Html.query(tenant(context)));
        context.end(page(context, "That did not work", "", content));
    }
}
