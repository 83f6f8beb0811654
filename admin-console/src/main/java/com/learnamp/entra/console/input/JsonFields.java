package com.learnamp.entra.console.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a body, each taken once; whatever nobody takes is refused by name. */
public final class JsonFields {

    private static final int LONGEST_TEXT = 500;

    private final JsonNode body;
    private final String prefix;
    private final FieldProblems problems;
    private final Set<String> taken = new HashSet<>();

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param body null or blank where none was sent
     */
    public JsonFields(@Nullable String body, FieldProblems problems) {
        this(parse(body == null ? "" : body), "", problems);
    }

    private JsonFields(JsonNode body, String prefix, FieldProblems problems) {
        this.body = body;
        this.prefix = prefix;
        this.problems = problems;
        if (!body.isObject()) {
            problems.add(
                    prefix.isEmpty() ? "body" : prefix.substring(0, prefix.length() - 1),
                    FieldProblem.NOT_AN_OBJECT);
        }
    }

    public Optional<String> text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /**
     * @param longest in characters
     */
    public Optional<String> text(String name, int longest) {
        return given(name)
                .flatMap(node ->
                        node.isTextual()
                                ? sound(name, node.asText(), longest)
                                : refuse(name, FieldProblem.NOT_TEXT));
    }

    public Optional<List<String>> texts(String name, int most) {
        return given(name)
                .flatMap(node -> {
                    List<String> texts = new ArrayList<>();
                    node.forEach(one -> texts.add(one.isTextual() ? one.asText() : "\0"));
                    boolean sound =
                            node.isArray()
                                    && texts.size() <= most
                                    && texts.stream().noneMatch(JsonFields::isUnsound);
                    return sound ? Optional.of(texts) : refuse(name, FieldProblem.NOT_TEXTS);
                });
    }

    public Optional<Boolean> flag(String name) {
        return given(name)
                .flatMap(node ->
                        node.isBoolean()
                                ? Optional.of(node.asBoolean())
                                : refuse(name, FieldProblem.NOT_A_FLAG));
    }

    public Optional<Long> number(String name, FieldProblem otherwise) {
        return given(name)
                .flatMap(node ->
                        node.isIntegralNumber() && node.canConvertToLong()
                                ? Optional.of(node.asLong())
                                : refuse(name, otherwise));
    }

    public Optional<Integer> number(String name, int least, int most, FieldProblem otherwise) {
        return given(name)
                .flatMap(node ->
                        node.canConvertToInt()
                                        && node.isIntegralNumber()
                                        && node.asInt() >= least
                                        && node.asInt() <= most
                                ? Optional.of(node.asInt())
                                : refuse(name, otherwise));
    }

    /** Whether null was sent, which is more than that nothing was. */
    public boolean isNull(String name) {
        return body.path(name).isNull();
    }

    /**
     * A list of ids; empty where none was sent.
     *
     * @param most how many there may be
     */
    public List<Long> ids(String name, int most) {
        Optional<JsonNode> list = given(name);
        if (list.isEmpty()) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>();
        list.get()
                .forEach(id -> {
                    if (id.isIntegralNumber() && id.canConvertToLong()) {
                        ids.add(id.asLong());
                    }
                });
        if (!list.get().isArray() || ids.size() != list.get().size() || ids.size() > most) {
            problems.add(prefix + name, FieldProblem.NOT_IDS);
        }
        return ids;
    }

    /** An object within; without fields where there is none. */
    public JsonFields within(String name) {
        return new JsonFields(
                given(name).orElseGet(JsonNodeFactory.instance::objectNode),
                prefix + name + ".",
                problems);
    }

    public String path(String name) {
        return prefix + name;
    }

    public void refuseTheRest() {
        body.fieldNames()
                .forEachRemaining(name -> {
                    if (!taken.contains(name)) {
                        problems.add(prefix + name, FieldProblem.UNKNOWN);
                    }
                });
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private Optional<JsonNode> given(String name) {
        taken.add(name);
        return Optional.ofNullable(body.get(name)).filter(node -> !node.isNull());
    }

    private Optional<String> sound(String name, String text, int longest) {
        return text.length() > longest || text.indexOf('\0') >= 0
                ? refuse(name, FieldProblem.TOO_LONG)
                : Optional.of(text);
    }

    private static boolean isUnsound(String text) {
        return text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0;
    }

    private <T> Optional<T> refuse(String name, FieldProblem problem) {
        problems.add(prefix + name, problem);
        return Optional.empty();
    }
}
