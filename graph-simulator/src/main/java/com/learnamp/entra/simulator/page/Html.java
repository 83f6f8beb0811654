package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.Tenants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The frame that all pages share, and text that is safe inside it. */
final class Html {

    private Html() {}

    /** The text with everything that HTML would take for its own made harmless. */
    static String text(@org.jspecify.annotations.Nullable Object raw) {
        return String.valueOf(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String url(String raw) {
        return URLEncoder.encode(raw, StandardCharsets.UTF_8);
    }

    static String page(String title, String here, Tenants tenants, Tenant tenant, String content) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s – Graph simulator</title>
        <link rel="stylesheet" href="/page/style.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header><strong>Graph simulator</strong>%s</header>
        <main>
        %s<h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
                .formatted(
                        text(title),
                        navigation(here, tenant),
                        tenantChoice(tenants, tenant),
                        text(title),
                        content);
    }

    static String query(Tenant tenant) {
        return "tenant=" + tenant.id();
    }

    private static String navigation(String here, Tenant tenant) {
        StringBuilder links = new StringBuilder();
        String[][] pages = {
            {"/", "People"},
            {"/page/groups", "Groups"},
            {"/page/history", "History"},
            {"/page/requests", "Requests"},
            {"/page/faults", "Faults"}
        };
        for (String[] page : pages) {
            links.append(
                    "<a href=\"%s?%s\"%s>%s</a>"
                            .formatted(
                                    page[0],
                                    query(tenant),
                                    page[0].equals(here) ? " aria-current=\"page\"" : "",
                                    page[1]));
        }
        return links.toString();
    }

    /** Only where there is a choice. */
    private static String tenantChoice(Tenants tenants, Tenant tenant) {
        if (tenants.all().size() < 2) {
            return "";
        }
        StringBuilder options = new StringBuilder();
        for (Tenant each : tenants.all()) {
            options.append(
                    "<option value=\"%s\"%s>%s</option>"
                            .formatted(
                                    each.id(),
                                    each == tenant ? " selected" : "",
                                    text(each.settings().domain())));
        }
        return """
        <form class="row" method="get" action="/"><select name="tenant" aria-label="Tenant">%s</select>
        <button class="plain">Switch tenant</button></form>
        """
                .formatted(options);
    }

    /** A form with one button. */
    static String button(String action, Tenant tenant, String label, String style) {
        return "<form method=\"post\" action=\"%s?%s\"><button class=\"%s\">%s</button></form>"
                .formatted(action, query(tenant), style, text(label));
    }
}
