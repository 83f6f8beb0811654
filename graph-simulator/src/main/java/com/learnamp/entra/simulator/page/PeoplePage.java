package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.control.Scope;
import com.learnamp.entra.simulator.control.Search;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.List;

/** Everybody, to be searched; and the button that lets things happen. */
final class PeoplePage {

    private static final int SHOWN = 50;

    private PeoplePage() {}

    static String content(Tenant tenant, String search, State state, int after) {
        DirectoryView view = tenant.directory().now();
        List<Entry> found =
                view.list(Search.matching(ObjectKind.USER, state, search), after, SHOWN + 1);
        StringBuilder rows = new StringBuilder();
        found.stream().limit(SHOWN).forEach(person -> rows.append(row(tenant, person)));
        String more =
                found.size() > SHOWN
                        ? "<div class=\"actions\"><a href=\"/?%s&amp;search=%s&amp;state=%s&amp;after=%d\">More people</a></div>"
                                .formatted(
                                        Html.query(tenant),
                                        Html.url(search),
                                        state,
                                        found.get(SHOWN - 1).ordinal())
                        : "";
        return summary(tenant, view)
                + churn(tenant)
                + searchForm(tenant, search, state)
                + "<section><ul class=\"list\">%s</ul>%s</section>"
                        .formatted(
                                rows.isEmpty() ? "<li class=\"soft\">Nobody found.</li>" : rows,
                                more);
    }

    private static String summary(Tenant tenant, DirectoryView view) {
        String group = tenant.settings().groupId();
        int inScope = view.live(group).isPresent() ? Scope.people(view, group).size() : 0;
        return """
        <p class="soft">Tenant <code>%s</code> · %d people in
        <a href="/page/groups/%s?%s">the root group</a> · %d changes so far</p>
        """
                .formatted(tenant.id(), inScope, group, Html.query(tenant), view.sequence());
    }

    private static String churn(Tenant tenant) {
        return """
        <section><h2>Let things happen</h2>
        <form class="row" method="post" action="/page/churn?%s">
        <input name="count" type="number" min="1" max="100000" value="10" aria-label="How many changes">
        <input name="seed" placeholder="Seed (any)" inputmode="numeric" aria-label="Seed">
        <button>Make random changes</button></form></section>
        """
                .formatted(Html.query(tenant));
    }

    private static String searchForm(Tenant tenant, String search, State state) {
        return """
        <section><form class="row" method="get" action="/">
        <input type="hidden" name="tenant" value="%s">
        <input name="search" value="%s" placeholder="Name, address, department, job or id" aria-label="Search">
        <select name="state" aria-label="State"><option value="LIVE">Present</option><option value="DELETED"%s>Deleted</option></select>
        <button>Search</button></form>
        <div class="actions"><a href="/page/people/new?%s">New person</a></div></section>
        """
                .formatted(
                        tenant.id(),
                        Html.text(search),
                        state == State.DELETED ? " selected" : "",
                        Html.query(tenant));
    }

    static String row(Tenant tenant, Entry person) {
        return """
        <li>%s<span class="grow"><a href="/page/people/%s?%s"><b>%s</b></a><br>
        <span class="soft">%s</span></span>%s</li>
        """
                .formatted(
                        PersonPage.face(person, ""),
                        person.id(),
                        Html.query(tenant),
                        Html.text(person.object().displayName()),
                        Html.text(
                                String.join(
                                        " · ",
                                        List.of(
                                                person.object().text("jobTitle").orElse("–"),
                                                person.object().text("department").orElse("–"),
                                                person.object()
                                                        .text("userPrincipalName")
                                                        .orElse("–")))),
                        tags(tenant, person));
    }

    static String tags(Tenant tenant, Entry person) {
        StringBuilder tags = new StringBuilder();
        if (person.life().state() == State.DELETED) {
            tags.append("<span class=\"tag red\">deleted</span> ");
        }
        if (!person.object().flag("accountEnabled")) {
            tags.append("<span class=\"tag amber\">disabled</span> ");
        }
        if (person.object().text("userType").filter("Guest"::equals).isPresent()) {
            tags.append("<span class=\"tag\">guest</span> ");
        }
        if (tenant.administrators().contains(person.id())) {
            tags.append("<span class=\"tag blue\">administrator</span> ");
        }
        return tags.toString();
    }
}
