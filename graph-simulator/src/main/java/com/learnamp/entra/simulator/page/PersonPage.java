package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.List;
import java.util.Map;

/** One person: everything about them, to be changed. */
final class PersonPage {

    /** What can be typed in, and what it is called. */
    static final Map<String, String> FIELDS =
            new java.util.LinkedHashMap<>(
                    java.util.stream.Stream.of(
                                    "givenName=Given name",
                                    "surname=Surname",
                                    "displayName=Display name",
                                    "userPrincipalName=User principal name",
                                    "mail=Mail",
                                    "jobTitle=Job title",
                                    "department=Department",
                                    "officeLocation=Office",
                                    "preferredLanguage=Preferred language",
                                    "employeeHireDate=Hire date (2024-03-01T00:00:00Z)",
                                    "employeeId=Employee id",
                                    "mobilePhone=Mobile phone",
                                    "companyName=Company",
                                    "userType=User type (Member or Guest)")
                            .map(pair -> pair.split("=", 2))
                            .collect(
                                    java.util.stream.Collectors.toMap(
                                            pair -> pair[0],
                                            pair -> pair[1],
                                            (first, second) -> first,
                                            java.util.LinkedHashMap::new)));

    private PersonPage() {}

    static String content(Tenant tenant, Entry person) {
        DirectoryView view = tenant.directory().now();
        if (person.life().state() != State.LIVE) {
            return deleted(tenant, person);
        }
        return """
        <section><div class="row">%s<span class="grow">%s<br><code>%s</code></span></div></section>
        <section><h2>Details</h2>%s</section>
        <section><h2>Manager</h2>%s</section>
        <section><h2>Groups</h2>%s</section>
        <section><h2>Photo, rights, leaving</h2><div class="actions">%s%s%s%s</div></section>
        """
                .formatted(
                        face(person, "big"),
                        PeoplePage.tags(tenant, person),
                        person.id(),
                        details(tenant, "/page/people/" + person.id(), person),
                        manager(tenant, view, person),
                        groups(tenant, view, person),
                        Html.button(path(person) + "/photo", tenant, "New photo", "plain"),
                        Html.button(
                                path(person) + "/photo/remove", tenant, "Remove photo", "plain"),
                        Html.button(
                                path(person) + "/administrator",
                                tenant,
                                tenant.administrators().contains(person.id())
                                        ? "No administrator any more"
                                        : "Make administrator",
                                "plain"),
                        Html.button(path(person) + "/delete", tenant, "Delete", "danger"));
    }

    static String newPerson(Tenant tenant) {
        StringBuilder fields = new StringBuilder();
        FIELDS.forEach((name, label) -> fields.append(field(name, label, "")));
        return """
        <section><form method="post" action="/page/people?%s"><div class="grid">%s
        <label>Group id<input name="group" value="%s"></label></div>
        <p class="soft">What is left empty is filled in where Entra requires it.</p>
        <div class="actions"><button>Create</button></div></form></section>
        """
                .formatted(Html.query(tenant), fields, tenant.settings().groupId());
    }

    private static String deleted(Tenant tenant, Entry person) {
        return """
        <section><p>Deleted at %s. Memberships are kept for a return.</p>
        <div class="actions">%s%s</div></section>
        """
                .formatted(
                        Html.text(person.life().since()),
                        Html.button(path(person) + "/restore", tenant, "Restore", ""),
                        Html.button(path(person) + "/purge", tenant, "Delete for good", "danger"));
    }

    private static String details(Tenant tenant, String action, Entry person) {
        StringBuilder fields = new StringBuilder();
        FIELDS.forEach((name, label) ->
                fields.append(field(name, label, person.object().text(name).orElse(""))));
        return """
        <form method="post" action="%s?%s"><div class="grid">%s
        <label><input type="checkbox" name="accountEnabled" value="true"%s> Account enabled</label></div>
        <div class="actions"><button>Save</button></div></form>
        """
                .formatted(
                        action,
                        Html.query(tenant),
                        fields,
                        person.object().flag("accountEnabled") ? " checked" : "");
    }

    private static String field(String name, String label, String value) {
        return "<label>%s<input name=\"%s\" value=\"%s\"></label>"
                .formatted(Html.text(label), name, Html.text(value));
    }

    private static String manager(Tenant tenant, DirectoryView view, Entry person) {
        String now =
                view.manager(person)
                        .map(manager -> "<p>" + link(tenant, manager) + "</p>")
                        .orElse("<p class=\"soft\">Nobody.</p>");
        int reports = view.reports(person, -1, Integer.MAX_VALUE).size();
        return """
        %s<form class="row" method="post" action="%s/manager?%s">
        <input name="manager" placeholder="Id or user principal name; empty for nobody" aria-label="Manager">
        <button class="plain">Set manager</button></form><p class="soft">Reports: %d</p>
        """
                .formatted(now, path(person), Html.query(tenant), reports);
    }

    private static String groups(Tenant tenant, DirectoryView view, Entry person) {
        StringBuilder rows = new StringBuilder();
        for (Entry group : view.memberOf(person)) {
            rows.append(
                    "<li><span class=\"grow\">%s</span>%s</li>"
                            .formatted(
                                    link(tenant, group),
                                    Html.button(
                                            path(person) + "/leave/" + group.id(),
                                            tenant,
                                            "Take out",
                                            "plain")));
        }
        StringBuilder options = new StringBuilder();
        for (Entry group : allGroups(view)) {
            options.append(
                    "<option value=\"%s\">%s</option>"
                            .formatted(group.id(), Html.text(group.object().displayName())));
        }
        return """
        <ul class="list">%s</ul><form class="row" method="post" action="%s/join?%s">
        <select name="group" aria-label="Group">%s</select><button class="plain">Put in</button></form>
        """
                .formatted(
                        rows.isEmpty() ? "<li class=\"soft\">In no group.</li>" : rows,
                        path(person),
                        Html.query(tenant),
                        options);
    }

    private static List<Entry> allGroups(DirectoryView view) {
        return view.list(entry -> entry.isLive() && entry.kind() == ObjectKind.GROUP, -1, 1_000);
    }

    static String link(Tenant tenant, Entry entry) {
        String name = Html.text(entry.object().displayName());
        return switch (entry.kind()) {
            case USER ->
                    "<a href=\"/page/people/%s?%s\">%s</a>"
                            .formatted(entry.id(), Html.query(tenant), name);
            case GROUP ->
                    "<a href=\"/page/groups/%s?%s\">%s</a>"
                            .formatted(entry.id(), Html.query(tenant), name);
            case DEVICE, ORG_CONTACT, SERVICE_PRINCIPAL ->
                    name + " <span class=\"tag\">" + entry.kind().wireName() + "</span>";
        };
    }

    static String face(Entry person, String size) {
        if (person.photo().isPresent()) {
            return "<img class=\"face %s\" alt=\"\" loading=\"lazy\" src=\"/page/people/%s/photo?etag=%s\">"
                    .formatted(size, person.id(), Html.url(person.photo().get().etag()));
        }
        String name = person.object().displayName();
        return "<span class=\"face %s\" aria-hidden=\"true\">%s</span>"
                .formatted(
                        size,
                        name.isEmpty()
                                ? "?"
                                : Html.text(new String(Character.toChars(name.codePointAt(0)))));
    }

    private static String path(Entry person) {
        return "/page/people/" + person.id();
    }
}
