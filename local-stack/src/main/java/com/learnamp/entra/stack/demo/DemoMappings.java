package com.learnamp.entra.stack.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Custom fields of the demo company, each from another kind of source: an attribute, a directory
 * extension, an expression.
 */
public final class DemoMappings {

    private final ConsoleApi console;
    private final String token;
    private final String path;

    /**
     * @param token of operations
     */
    public DemoMappings(ConsoleApi console, String token, long company) {
        this.console = console;
        this.token = token;
        this.path = "/api/companies/" + company;
    }

    /** Makes them, unless the company has some already. */
    public void make() {
        if (!console.get(path + "/custom-fields", token).path("customFields").isEmpty()) {
            return;
        }
        add("Cost centre", "text");
        add("Shift", "choice", "Day", "Night");
        add("Staff number", "number");
        map("Cost centre", "attribute", "extensionAttribute1");
        map("Shift", "attribute", "extension_5e4b1c0d9f8a47b6a3c2d1e0f9a8b7c6_shift");
        map("Staff number", "expression", "employeeId.replace('E', '')");
    }

    private void add(String name, String type, String... options) {
        ObjectNode field =
                JsonNodeFactory.instance.objectNode().put("name", name).put("type", type);
        ArrayNode choices = field.putArray("options");
        List.of(options).forEach(choices::add);
        console.post(path + "/custom-fields", token, field);
    }

    private void map(String field, String kind, String source) {
        String name = URLEncoder.encode(field, StandardCharsets.UTF_8).replace("+", "%20");
        console.put(
                path + "/mappings/" + name,
                token,
                JsonNodeFactory.instance.objectNode().put(kind, source));
    }
}
