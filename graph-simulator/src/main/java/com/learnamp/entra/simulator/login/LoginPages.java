package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The two pages that a browser sees: choosing who to sign in as, and consenting. */
final class LoginPages {

    private LoginPages() {}

    record Account(Tenant tenant, DirectoryObject person, boolean administrator) {}

    static String signIn(List<Account> accounts, String search, Map<String, String> parameters) {
        StringBuilder rows = new StringBuilder();
        for (Account account : accounts) {
            rows.append(
                    """
                    <li><form method="post">%s
                    <input type="hidden" name="sim_tenant" value="%s">
                    <button name="sim_person" value="%s"><b>%s</b>%s<br><small>%s</small></button></form></li>
                    """
                            .formatted(
                                    hidden(parameters),
                                    account.tenant().id(),
                                    account.person().id(),
                                    text(account.person().displayName()),
                                    account.administrator() ? " <i>Global Administrator</i>" : "",
                                    text(account.person().text("userPrincipalName").orElse(""))));
        }
        return page(
                "Sign in",
                """
                <p>This is the simulated Entra login. Choose who signs in.</p>
                <form method="get">%s<input name="sim_search" value="%s" placeholder="Name or address" aria-label="Name or address">
                <button class="small">Search</button></form>
                <ul>%s</ul>
                <form method="post">%s<button class="small" name="sim_cancel" value="1">Cancel</button></form>
                """
                        .formatted(hidden(parameters), text(search), rows, hidden(parameters)));
    }

    static String consent(
            String clientId, Tenant tenant, Collection<String> roles, Map<String, String> query) {
        StringBuilder items = new StringBuilder();
        roles.forEach(role -> items.append("<li>").append(text(role)).append("</li>"));
        return page(
                "Permissions requested",
                """
                <p>The app <code>%s</code> asks for your organisation <b>%s</b>:</p>
                <ul class="plain">%s</ul>
                <form method="post">%s
                <button class="small" name="sim_answer" value="accept">Accept</button>
                <button class="small" name="sim_answer" value="cancel">Cancel</button></form>
                """
                        .formatted(
                                text(clientId),
                                text(tenant.settings().domain()),
                                items,
                                hidden(query)));
    }

    static String problem(String message) {
        return page(
                "Sorry, but we're having trouble signing you in",
                "<p>%s</p>".formatted(text(message)));
    }

    private static String hidden(Map<String, String> parameters) {
        Set<String> own = Set.of("sim_person", "sim_tenant", "sim_search", "sim_answer");
        StringBuilder fields = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!own.contains(name)) {
                fields.append(
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                                .formatted(text(name), text(value)));
            }
        });
        return fields.toString();
    }

    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String page(String title, String content) {
        return """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;background:#eef2f7;margin:0;color:#1b2430}
        main{max-width:26rem;margin:8vh auto;background:#fff;padding:2rem;border-radius:.5rem;box-shadow:0 2px 12px #0002}
        h1{font-size:1.35rem;margin:0 0 .5rem}ul{list-style:none;padding:0}ul.plain{list-style:disc;padding-left:1.2rem}
        li button{width:100%%;text-align:left;padding:.6rem;border:0;border-bottom:1px solid #dde3ea;background:none;font:inherit;cursor:pointer;overflow-wrap:anywhere}
        li button:hover{background:#eef2f7}i{color:#0b57b4;font-style:normal;font-size:.8rem}
        input:not([type=hidden]){font:inherit;padding:.4rem;width:60%%}.small{font:inherit;padding:.4rem .8rem}</style></head>
        <body><main><h1>%s</h1>%s</main></body></html>
        """
                .formatted(text(title), text(title), content);
    }
}
