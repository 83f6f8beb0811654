package com.learnamp.entra.simulator.page;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.tenants.RequestCounts;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened in the directory, and what clients asked. */
final class HistoryPage {

    private static final int SHOWN = 200;

    private HistoryPage() {}

    static String changes(Tenant tenant) {
        DirectoryView view = tenant.directory().now();
        List<Change> last =
                tenant.directory().changes(Math.max(0, view.sequence() - SHOWN), SHOWN).reversed();
        StringBuilder rows = new StringBuilder();
        for (Change change : last) {
            rows.append(
                    "<li><span class=\"soft\">%d · %s</span><span class=\"grow\"><b>%s</b> %s %s %s</span></li>"
                            .formatted(
                                    change.sequence(),
                                    change.at().toString().substring(0, 19).replace('T', ' '),
                                    change.action()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '),
                                    name(tenant, view, change.objectId()),
                                    change.otherId() == null
                                            ? ""
                                            : "– " + name(tenant, view, change.otherId()),
                                    change.action() == Change.Action.UPDATED
                                            ? values(change)
                                            : ""));
        }
        return "<section><ul class=\"list\">%s</ul></section>"
                .formatted(rows.isEmpty() ? "<li class=\"soft\">Nothing yet.</li>" : rows);
    }

    private static String name(Tenant tenant, DirectoryView view, String id) {
        return view.find(id).map(entry -> PersonPage.link(tenant, entry)).orElse(Html.text(id));
    }

    private static String values(Change change) {
        StringBuilder values = new StringBuilder();
        change.after()
                .forEach((name, value) ->
                        values.append(
                                "<br><span class=\"soft\">%s: %s → %s</span>"
                                        .formatted(
                                                Html.text(name),
                                                shown(change.before().get(name)),
                                                shown(value))));
        return values.toString();
    }

    private static String shown(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "–" : Html.text(value);
    }

    static String requests(Tenant tenant, Map<String, Long> deliveries) {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, RequestCounts.Count> each : tenant.requests().byKind().entrySet()) {
            rows.append(
                    "<tr><td>%s</td><td class=\"number\">%d</td><td class=\"number\">%d</td><td class=\"number\">%d</td></tr>"
                            .formatted(
                                    Html.text(each.getKey()),
                                    each.getValue().requests(),
                                    each.getValue().refused(),
                                    each.getValue().resourceUnits()));
        }
        StringBuilder sent = new StringBuilder();
        deliveries.forEach((name, number) ->
                sent.append(
                        "<tr><td>%s</td><td class=\"number\">%d</td></tr>"
                                .formatted(Html.text(name), number)));
        return """
        <section><table><thead><tr><th>Request</th><th class="number">Answered</th><th class="number">Refused</th>
        <th class="number">Resource units</th></tr></thead><tbody>%s</tbody></table>
        <div class="actions">%s</div></section>
        <section><h2>Notifications</h2><table><tbody>%s</tbody></table></section>
        """
                .formatted(
                        rows.isEmpty()
                                ? "<tr><td colspan=\"4\" class=\"soft\">None yet.</td></tr>"
                                : rows,
                        Html.button("/page/requests/reset", tenant, "Count from zero", "plain"),
                        sent.isEmpty() ? "<tr><td class=\"soft\">None yet.</td></tr>" : sent);
    }
}
