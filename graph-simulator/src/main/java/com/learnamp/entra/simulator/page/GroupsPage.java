package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.control.Search;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.List;

/** Groups, and who is directly in one of them. */
final class GroupsPage {

    private static final int SHOWN = 200;

    private GroupsPage() {}

    static String list(Tenant tenant, String search) {
        DirectoryView view = tenant.directory().now();
        StringBuilder rows = new StringBuilder();
        for (Entry group :
                view.list(Search.matching(ObjectKind.GROUP, State.LIVE, search), -1, SHOWN)) {
            boolean unified = group.object().texts("groupTypes").contains("Unified");
            rows.append(
                    "<li><span class=\"grow\">%s<br><code>%s</code></span>%s<span class=\"soft\">%d direct members</span></li>"
                            .formatted(
                                    PersonPage.link(tenant, group),
                                    group.id(),
                                    unified ? "<span class=\"tag\">Microsoft 365</span>" : "",
                                    view.members(group, -1, Integer.MAX_VALUE).size()));
        }
        return """
        <section><form class="row" method="get" action="/page/groups"><input type="hidden" name="tenant" value="%s">
        <input name="search" value="%s" placeholder="Name or id" aria-label="Search"><button>Search</button></form></section>
        <section><h2>New group</h2><form class="row" method="post" action="/page/groups?%s">
        <input name="displayName" placeholder="Name" aria-label="Name" required>
        <input name="parent" placeholder="Id of the group it is in (optional)" aria-label="Parent group">
        <button class="plain">Create</button></form></section>
        <section><ul class="list">%s</ul></section>
        """
                .formatted(
                        tenant.id(),
                        Html.text(search),
                        Html.query(tenant),
                        rows.isEmpty() ? "<li class=\"soft\">No group found.</li>" : rows);
    }

    static String group(Tenant tenant, Entry group, int after) {
        DirectoryView view = tenant.directory().now();
        List<Entry> members = view.members(group, after, SHOWN + 1);
        StringBuilder rows = new StringBuilder();
        members.stream()
                .limit(SHOWN)
                .forEach(member ->
                        rows.append(
                                "<li><span class=\"grow\">%s</span>%s</li>"
                                        .formatted(
                                                PersonPage.link(tenant, member),
                                                Html.button(
                                                        "/page/groups/%s/remove/%s"
                                                                .formatted(group.id(), member.id()),
                                                        tenant,
                                                        "Take out",
                                                        "plain"))));
        String more =
                members.size() > SHOWN
                        ? "<div class=\"actions\"><a href=\"/page/groups/%s?%s&amp;after=%d\">More members</a></div>"
                                .formatted(
                                        group.id(),
                                        Html.query(tenant),
                                        members.get(SHOWN - 1).ordinal())
                        : "";
        return """
        <section><code>%s</code><p class="soft">%d people, directly or through others. In: %s</p>
        <form class="row" method="post" action="/page/groups/%s/add?%s">
        <input name="member" placeholder="Id or user principal name of a person, or id of a group" aria-label="Member">
        <button class="plain">Put in</button></form>
        <div class="actions">%s</div></section>
        <section><h2>Direct members</h2><ul class="list">%s</ul>%s</section>
        """
                .formatted(
                        group.id(),
                        view.transitiveMembers(group, -1, Integer.MAX_VALUE).stream()
                                .filter(entry -> entry.kind() == ObjectKind.USER)
                                .count(),
                        parents(tenant, view, group),
                        group.id(),
                        Html.query(tenant),
                        Html.button(
                                "/page/groups/" + group.id() + "/delete",
                                tenant,
                                "Delete group",
                                "danger"),
                        rows.isEmpty() ? "<li class=\"soft\">Nobody.</li>" : rows,
                        more);
    }

    private static String parents(Tenant tenant, DirectoryView view, Entry group) {
        List<String> links =
                view.memberOf(group).stream().map(each -> PersonPage.link(tenant, each)).toList();
        return links.isEmpty() ? "no group" : String.join(", ", links);
    }
}
