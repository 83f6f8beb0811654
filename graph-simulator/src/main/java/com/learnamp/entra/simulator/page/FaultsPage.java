package com.learnamp.entra.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that can go wrong, to be switched on and off. */
final class FaultsPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> CHOICES =
            Map.of(
                    "retryAfterForm", List.of("decimal", "whole", "date", "none"),
                    "deltaExpiryForm",
                            List.of(
                                    "any",
                                    "unsupportedQuery",
                                    "syncStateNotFound",
                                    "gone",
                                    "resyncRequired"),
                    "endpoint", List.of("measured", "healthy", "slow", "drop"));

    private FaultsPage() {}

    static String content(Tenant tenant) {
        JsonNode now = JSON.valueToTree(tenant.faults());
        JsonNode usual = JSON.valueToTree(Faults.NONE);
        StringBuilder fields = new StringBuilder();
        now.properties()
                .forEach(field ->
                        fields.append(
                                field(
                                        field.getKey(),
                                        field.getValue(),
                                        field.getValue().equals(usual.get(field.getKey())))));
        return """
        <section><p class="soft">Rates are between 0 (never) and 1 (always). What goes wrong follows from the seed
        and from what a client does, so that it can be repeated.</p>
        <form method="post" action="/page/faults?%s"><div class="grid">%s</div>
        <div class="actions"><button>Save</button></div></form>
        <div class="actions">%s%s%s%s</div></section>
        <section><h2>A combination by seed</h2><form class="row" method="post" action="/page/faults/random?%s">
        <input name="seed" inputmode="numeric" value="1" aria-label="Seed"><button class="plain">Switch on</button></form></section>
        <section><h2>Consent</h2><p>%s</p><div class="actions">%s%s</div></section>
        """
                .formatted(
                        Html.query(tenant),
                        fields,
                        Html.button("/page/faults/none", tenant, "All off", "plain"),
                        Html.button("/page/tokens/revoke", tenant, "Revoke tokens", "plain"),
                        Html.button("/page/delta/expire", tenant, "Expire delta links", "plain"),
                        Html.button(
                                "/page/subscriptions/reauthorization",
                                tenant,
                                "Ask for reauthorization",
                                "plain"),
                        Html.query(tenant),
                        Html.text(tenant.consent().all()),
                        Html.button("/page/consent/grant", tenant, "Grant", "plain"),
                        Html.button("/page/consent/revoke", tenant, "Revoke", "danger"));
    }

    /** The form as faults, each of its own type again. */
    static Faults read(MultiMap form) {
        JsonNode usual = JSON.valueToTree(Faults.NONE);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : usual.properties()) {
            String text = form.get(field.getKey());
            if (text != null) {
                changes.put(field.getKey(), value(text.strip(), field.getValue()));
            }
        }
        return Faults.NONE.with(changes);
    }

    private static @Nullable Object value(String text, JsonNode example) {
        if (example.isArray()) {
            List<String> parts = new ArrayList<>();
            for (String part : text.split("[,\\s]+")) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return parts;
        }
        return text.isEmpty() ? JSON.convertValue(example, Object.class) : text;
    }

    private static String field(String name, JsonNode value, boolean usual) {
        String label = label(name) + (usual ? "" : " ●");
        if (value.isBoolean()) {
            return choice(name, label, List.of("false", "true"), value.asText());
        }
        List<String> choices = CHOICES.get(name);
        if (choices != null) {
            return choice(name, label, choices, value.asText());
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return "<label>%s<input name=\"%s\" value=\"%s\"></label>"
                .formatted(
                        Html.text(label),
                        name,
                        Html.text(value.isArray() ? String.join(", ", parts) : value.asText()));
    }

    private static String choice(String name, String label, List<String> choices, String selected) {
        StringBuilder options = new StringBuilder();
        for (String choice : choices) {
            options.append(
                    "<option%s>%s</option>"
                            .formatted(choice.equals(selected) ? " selected" : "", choice));
        }
        return "<label>%s<select name=\"%s\">%s</select></label>"
                .formatted(Html.text(label), name, options);
    }

    /** {@code batchThrottleRate} becomes Batch throttle rate. */
    private static String label(String name) {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
