package com.learnamp.entra.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.generator.Churn;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.notifications.Subscription;
import com.learnamp.entra.simulator.saved.ChangeLines;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import com.learnamp.entra.simulator.tenants.Tenants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The control API below {@code /simulator}: everything that a test or a script may want. */
public final class ControlRoutes {

    private static final int MOST_LISTED = 10_000;

    private final Tenants tenants;
    private final Notifier notifier;
    private final String clientId;
    private final Function<TenantSettings, Tenant> newTenant;
    private final Supplier<Map<String, String>> addresses;

    /**
     * @param newTenant makes a tenant and lets it take part
     * @param addresses what the simulator says of itself
     */
    public ControlRoutes(
            Tenants tenants,
            Notifier notifier,
            String clientId,
            Function<TenantSettings, Tenant> newTenant,
            Supplier<Map<String, String>> addresses) {
        this.tenants = tenants;
        this.notifier = notifier;
        this.clientId = clientId;
        this.newTenant = newTenant;
        this.addresses = addresses;
    }

    public void mount(Router router) {
        on(router, "GET", "/simulator", this::describe);
        on(router, "POST", "/simulator/tenants", this::addTenant);
        mountPeople(router);
        mountGroups(router);
        mountTruth(router);
        mountTrouble(router);
        mountConsent(router);
        mountSubscriptions(router);
    }

    private void mountPeople(Router router) {
        on(router, "GET", "/simulator/people", context -> list(context, ObjectKind.USER));
        on(router, "POST", "/simulator/people", this::createPerson);
        on(
                router,
                "GET",
                "/simulator/people/:id",
                context -> ChangePeople.answer(tenant(context), id(context)));
        on(
                router,
                "PATCH",
                "/simulator/people/:id",
                context ->
                        ChangePeople.answer(
                                directory(context).update(id(context), Body.map(context))));
        on(
                router,
                "DELETE",
                "/simulator/people/:id",
                context -> done(directory(context).delete(id(context))));
        on(
                router,
                "POST",
                "/simulator/people/:id/restore",
                context -> done(directory(context).restore(id(context))));
        on(
                router,
                "POST",
                "/simulator/people/:id/purge",
                context -> done(directory(context).purge(id(context))));
        on(
                router,
                "PUT",
                "/simulator/people/:id/manager",
                context ->
                        ChangePeople.answer(
                                directory(context)
                                        .setManager(id(context), Body.text(context, "id"))));
        on(
                router,
                "DELETE",
                "/simulator/people/:id/manager",
                context -> ChangePeople.answer(directory(context).clearManager(id(context))));
        on(router, "PUT", "/simulator/people/:id/photo", this::setPhoto);
        on(
                router,
                "DELETE",
                "/simulator/people/:id/photo",
                context -> ChangePeople.answer(directory(context).removePhoto(id(context))));
        on(
                router,
                "PUT",
                "/simulator/administrators/:id",
                context -> setAdministrator(context, true));
        on(
                router,
                "DELETE",
                "/simulator/administrators/:id",
                context -> setAdministrator(context, false));
    }

    private void mountGroups(Router router) {
        on(router, "GET", "/simulator/groups", context -> list(context, ObjectKind.GROUP));
        on(
                router,
                "POST",
                "/simulator/groups",
                context ->
                        Map.of(
                                "id",
                                ChangePeople.createGroup(tenant(context), Body.json(context))));
        on(
                router,
                "GET",
                "/simulator/groups/:id",
                context -> {
                    DirectoryView view = directory(context).now();
                    return ShowObjects.group(view, view.find(id(context)).orElseThrow());
                });
        on(
                router,
                "PATCH",
                "/simulator/groups/:id",
                context ->
                        ChangePeople.answer(
                                directory(context).update(id(context), Body.map(context))));
        on(
                router,
                "DELETE",
                "/simulator/groups/:id",
                context -> done(directory(context).delete(id(context))));
        on(
                router,
                "PUT",
                "/simulator/groups/:id/members/:member",
                context ->
                        ChangePeople.answer(
                                directory(context)
                                        .addMember(id(context), parameter(context, "member"))));
        on(
                router,
                "DELETE",
                "/simulator/groups/:id/members/:member",
                context ->
                        ChangePeople.answer(
                                directory(context)
                                        .removeMember(id(context), parameter(context, "member"))));
    }

    private void mountTruth(Router router) {
        on(router, "POST", "/simulator/churn", this::churn);
        on(router, "GET", "/simulator/scope", this::scope);
        on(
                router,
                "GET",
                "/simulator/scope/intervals",
                context ->
                        Scope.intervals(
                                        directory(context),
                                        group(context),
                                        query(context, "person").orElseThrow())
                                .stream()
                                .map(ControlRoutes::interval)
                                .toList());
        on(router, "GET", "/simulator/history", this::history);
        on(router, "GET", "/simulator/requests", context -> tenant(context).requests().byKind());
        on(
                router,
                "DELETE",
                "/simulator/requests",
                context -> {
                    tenant(context).requests().reset();
                    notifier.log().reset();
                    return Map.of();
                });
    }

    private void mountTrouble(Router router) {
        on(router, "GET", "/simulator/faults", context -> tenant(context).faults());
        on(
                router,
                "PUT",
                "/simulator/faults",
                context -> setFaults(context, Faults.NONE.with(Body.map(context))));
        on(
                router,
                "PATCH",
                "/simulator/faults",
                context -> setFaults(context, tenant(context).faults().with(Body.map(context))));
        on(router, "DELETE", "/simulator/faults", context -> setFaults(context, Faults.NONE));
        on(
                router,
                "POST",
                "/simulator/faults/random",
                context ->
                        setFaults(
                                context,
                                RandomFaults.of(Body.json(context).path("seed").asLong(1))));
        on(
                router,
                "POST",
                "/simulator/tokens/revoke",
                context -> {
                    tenant(context).revokeTokens();
                    return Map.of();
                });
        on(router, "POST", "/simulator/delta/expire", this::expireDelta);
    }

    private void mountConsent(Router router) {
        on(router, "GET", "/simulator/consent", context -> tenant(context).consent().all());
        on(
                router,
                "PUT",
                "/simulator/consent",
                context -> {
                    JsonNode roles = Body.json(context).path("roles");
                    tenant(context)
                            .consent()
                            .grant(
                                    clientId,
                                    roles.isArray() ? Body.texts(roles) : Consent.USUAL_ROLES);
                    return tenant(context).consent().all();
                });
        on(
                router,
                "DELETE",
                "/simulator/consent",
                context -> {
                    tenant(context).consent().revoke(clientId);
                    notifier.askForReauthorization(tenant(context));
                    return tenant(context).consent().all();
                });
        on(
                router,
                "POST",
                "/simulator/consent/forget",
                context -> {
                    tenant(context).consent().forget(clientId);
                    return tenant(context).consent().all();
                });
    }

    private void mountSubscriptions(Router router) {
        on(
                router,
                "GET",
                "/simulator/subscriptions",
                context ->
                        notifier.subscriptions(tenant(context)).all().stream()
                                .map(Subscription::shown)
                                .toList());
        on(
                router,
                "DELETE",
                "/simulator/subscriptions/:id",
                context ->
                        Map.of(
                                "removed",
                                notifier.subscriptions(tenant(context)).remove(id(context))));
        on(
                router,
                "POST",
                "/simulator/subscriptions/reauthorization",
                context -> Map.of("asked", notifier.askForReauthorization(tenant(context))));
        on(router, "GET", "/simulator/notifications", context -> notifier.log().counts());
    }

    private Object describe(RoutingContext context) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(addresses.get());
        answer.put("clientId", clientId);
        answer.put(
                "tenants",
                tenants.all().stream()
                        .map(tenant ->
                                Map.of(
                                        "id", tenant.id(),
                                        "domain", tenant.settings().domain(),
                                        "groupId", tenant.settings().groupId(),
                                        "seed", tenant.settings().seed(),
                                        "people", tenant.settings().people(),
                                        "sequence", tenant.directory().now().sequence(),
                                        "administrators", tenant.administrators()))
                        .toList());
        return answer;
    }

    private Object addTenant(RoutingContext context) {
        JsonNode wanted = Body.json(context);
        String id = wanted.path("id").asText(UUID.randomUUID().toString());
        Tenant tenant =
                newTenant.apply(
                        new TenantSettings(
                                id,
                                wanted.path("people").asInt(20),
                                wanted.path("seed").asLong(1),
                                wanted.path("groupId").asText(UUID.randomUUID().toString()),
                                wanted.path("domain")
                                        .asText("tenant-" + id.substring(0, 8) + ".example")));
        if (wanted.path("consented").asBoolean(false)) {
            tenant.consent().grant(clientId, Consent.USUAL_ROLES);
        }
        return tenant.settings();
    }

    private Object list(RoutingContext context, ObjectKind kind) {
        State state =
                State.valueOf(query(context, "state").orElse("LIVE").toUpperCase(Locale.ROOT));
        DirectoryView view = directory(context).now();
        return ShowObjects.briefs(
                view.list(
                        Search.matching(kind, state, query(context, "search").orElse("")),
                        number(context, "after", -1),
                        number(context, "max", 100)));
    }

    private Object createPerson(RoutingContext context) {
        Map<String, @Nullable Object> body = Body.map(context);
        JsonNode json = Body.json(context);
        body.remove("groups");
        body.remove("manager");
        Set<String> groups = Body.texts(json.path("groups"));
        String manager = json.path("manager").isTextual() ? json.path("manager").asText() : null;
        String id = ChangePeople.create(tenant(context), body, groups, manager);
        return ChangePeople.answer(tenant(context), id);
    }

    private Object setPhoto(RoutingContext context) {
        boolean picture =
                Objects.requireNonNullElse(context.request().getHeader("Content-Type"), "")
                        .startsWith("image/");
        return done(
                ChangePeople.setPhoto(
                        tenant(context),
                        id(context),
                        picture ? Body.bytes(context) : null,
                        picture ? Body.JSON.createObjectNode() : Body.json(context)));
    }

    private Object setAdministrator(RoutingContext context, boolean administrator) {
        tenant(context).setAdministrator(id(context), administrator);
        return Map.of("administrators", tenant(context).administrators());
    }

    private Object churn(RoutingContext context) {
        JsonNode body = Body.json(context);
        Tenant tenant = tenant(context);
        List<Change> changes =
                Churn.happen(
                        tenant.directory(),
                        body.path("group").asText(tenant.settings().groupId()),
                        tenant.settings().domain(),
                        body.path("count").asInt(1),
                        body.path("seed").asLong(tenant.directory().now().sequence()),
                        deeds(body));
        return changes.stream().map(ChangeLines::json).toList();
    }

    private static Set<String> deeds(JsonNode body) {
        Set<String> deeds =
                new LinkedHashSet<>(body.has("only") ? Body.texts(body.path("only")) : Churn.DEEDS);
        deeds.removeAll(Body.texts(body.path("except")));
        return deeds;
    }

    private Object scope(RoutingContext context) {
        Directory directory = directory(context);
        DirectoryView view =
                query(context, "at")
                        .map(at -> directory.at(Instant.parse(at)))
                        .or(() ->
                                query(context, "sequence")
                                        .map(text -> directory.at(Long.parseLong(text))))
                        .orElseGet(directory::now);
        return Buffer.buffer(Scope.json(view, group(context)));
    }

    private Object history(RoutingContext context) {
        Optional<String> person = query(context, "person");
        return directory(context)
                .changes(
                        number(context, "after", 0),
                        Math.min(MOST_LISTED, number(context, "max", 1_000)))
                .stream()
                .filter(change ->
                        person.isEmpty()
                                || person.get().equals(change.objectId())
                                || person.get().equals(change.otherId()))
                .map(ChangeLines::json)
                .toList();
    }

    private Object setFaults(RoutingContext context, Faults faults) {
        tenant(context).setFaults(faults);
        return faults;
    }

    private Object expireDelta(RoutingContext context) {
        Tenant tenant = tenant(context);
        String form = Body.json(context).path("form").asText("any");
        tenant.setFaults(tenant.faults().with(Map.of("deltaExpiryForm", form)));
        tenant.expireDeltaLinks();
        return Map.of("form", form);
    }

    private static Object interval(Scope.Interval interval) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("fromSequence", interval.from());
        shown.put("since", interval.since().toString());
        Instant until = interval.until();
        shown.put("until", until == null ? null : until.toString());
        return shown;
    }

    private static Object done(Change change) {
        return ChangePeople.answer(Optional.of(change));
    }

    private Tenant tenant(RoutingContext context) {
        return query(context, "tenant")
                .map(id ->
                        tenants.find(id)
                                .orElseThrow(() -> new NoSuchElementException("no tenant " + id)))
                .orElseGet(tenants::first);
    }

    private Directory directory(RoutingContext context) {
        return tenant(context).directory();
    }

    private String group(RoutingContext context) {
        return query(context, "group").orElseGet(() -> tenant(context).settings().groupId());
    }

    private static String id(RoutingContext context) {
        return parameter(context, "id");
    }

    private static String parameter(RoutingContext context, String name) {
        return Objects.requireNonNull(context.pathParam(name)).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> query(RoutingContext context, String name) {
        return context.queryParam(name).stream().findFirst();
    }

    private static int number(RoutingContext context, String name, int otherwise) {
        return query(context, name).map(Integer::parseInt).orElse(otherwise);
    }

    private static void on(
            Router router, String method, String path, Function<RoutingContext, Object> answer) {
        router.route(HttpMethod.valueOf(method), path)
                .handler(context -> {
                    context.response().putHeader("Content-Type", "application/json");
                    try {
                        context.end(encoded(answer.apply(context)));
                    } catch (NoSuchElementException missing) {
                        refuse(context, 404, missing);
                    } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
                        refuse(context, 400, wrong);
                    }
                });
    }

    private static Buffer encoded(Object answer) {
        try {
            return answer instanceof Buffer buffer
                    ? buffer
                    : Buffer.buffer(Body.JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuse(RoutingContext context, int status, RuntimeException reason) {
        context.response().setStatusCode(status);
        context.end(
                Body.JSON
                        .createObjectNode()
                        .put("error", Objects.requireNonNullElse(reason.getMessage(), "invalid"))
                        .toString());
    }
}
