package com.learnamp.entra.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of every kind that the API takes as the same: values by name. Arrays are {@code name[]} in
 * forms and arrays in JSON; null in JSON is the empty text of forms.
 */
final class Bodies {

    private static final String ARRAY = "[]";

    static final String CUSTOM_FIELDS = "customFields";

    /** In forms {@code customFields[][name]}; each has its value at the same place. */
    static final String CUSTOM_FIELD_NAMES = CUSTOM_FIELDS + "[name]";

    static final String CUSTOM_FIELD_VALUES = CUSTOM_FIELDS + "[value]";

    private static final Pattern OF_CUSTOM_FIELD =
            Pattern.compile("customFields\\[[0-9]*]\\[(name|value)]");

    private Bodies() {}

    /**
     * @param type the body's, JSON or a form that is not in parts
     */
    static Map<String, List<String>> of(ObjectMapper mapper, @Nullable String type, String body) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json")
                ? ofJson(mapper, body)
                : ofForm(body);
    }

    private static Map<String, List<String>> ofForm(String form) {
        try {
            Map<String, List<String>> values = new HashMap<>();
            new QueryStringDecoder(form, false)
                    .parameters()
                    .forEach((name, given) -> add(values, name, given));
            return values;
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    static Map<String, List<String>> ofParts(MultipartFormDataInput form) {
        Map<String, List<String>> values = new HashMap<>();
        form.getValues().forEach((name, given) -> add(values, name, texts(given)));
        return values;
    }

    private static Map<String, List<String>> ofJson(ObjectMapper mapper, String body) {
        try {
            @Nullable JsonNode tree = mapper.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw new BadRequestException();
            }
            Map<String, List<String>> values = new HashMap<>();
            tree.properties().forEach(field -> add(values, field.getKey(), field.getValue()));
            return values;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }

    private static void add(Map<String, List<String>> values, String name, JsonNode value) {
        if (name.equals(CUSTOM_FIELDS) && value.isArray()) {
            value.forEach(one -> addCustomField(values, one));
        } else {
            add(values, name, texts(value));
        }
    }

    private static void addCustomField(Map<String, List<String>> values, JsonNode pair) {
        if (pair.path("name").isTextual() && pair.has("value")) {
            add(values, CUSTOM_FIELD_NAMES, List.of(pair.path("name").asText()));
            add(values, CUSTOM_FIELD_VALUES, List.of(text(pair.path("value"))));
        } else {
            add(values, CUSTOM_FIELDS, List.of(text(pair)));
        }
    }

    private static void add(Map<String, List<String>> values, String name, List<String> given) {
        values.computeIfAbsent(plain(name), _ -> new ArrayList<>()).addAll(given);
    }

    private static String plain(String name) {
        if (name.equals(CUSTOM_FIELD_NAMES) || name.equals(CUSTOM_FIELD_VALUES)) {
            return name;
        }
        Matcher ofCustomField = OF_CUSTOM_FIELD.matcher(name);
        if (ofCustomField.matches()) {
            return CUSTOM_FIELDS + "[" + ofCustomField.group(1) + "]";
        }
        if (name.startsWith(CUSTOM_FIELDS + "[")) {
            return CUSTOM_FIELDS;
        }
        return name.endsWith(ARRAY) ? name.substring(0, name.length() - ARRAY.length()) : name;
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            return List.of(text(value));
        }
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(text(element)));
        return elements;
    }

    /**
     * An object is nothing that any parameter takes, and stays what it is to be refused as such.
     */
    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static List<String> texts(Collection<FormValue> values) {
        return values.stream()
                .filter(value -> !value.isFileItem())
                .map(FormValue::getValue)
                .toList();
    }
}
