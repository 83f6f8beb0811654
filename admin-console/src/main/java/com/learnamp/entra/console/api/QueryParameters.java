package com.learnamp.entra.console.api;

import com.learnamp.entra.store.PageNumber;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parameters of one request, each taken once: whatever is malformed, given twice or taken by
 * nobody is refused by name, so that a misspelt filter never looks like one that matches everybody.
 */
final class QueryParameters {

    static final String INVALID = "is invalid";
    static final String NOT_ONE_OF_THE_VALUES = "does not have a valid value";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIST = 500;
    static final int DEFAULT_ROWS = 25;

    private final Map<String, List<String>> given;
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    QueryParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** For requests that take few parameters, whose values don't matter. */
    static void refuseAllBut(UriInfo uri, String... names) {
        QueryParameters parameters = new QueryParameters(uri.getQueryParameters());
        parameters.taken.addAll(List.of(names));
        parameters.refuseTheRest();
    }

    Optional<String> text(String name) {
        taken.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            refuse(name, "is given more than once");
            return Optional.empty();
        }
        return sound(name, values.getFirst());
    }

    /** A value that a parser makes of the text; nothing made of it is an error. */
    <T> Optional<T> value(String name, Function<String, Optional<T>> parser, String error) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            refuse(name, error);
        }
        return value;
    }

    boolean flag(String name) {
        return value(name, QueryParameters::truth, INVALID).orElse(false);
    }

    /**
     * Repeated, in brackets, or separated by commas: {@code name[]=1&name[]=2}, {@code name=[1,2]},
     * {@code name=1,2}.
     */
    <T> Set<T> list(String name, Function<String, Optional<T>> parser, String error) {
        Set<T> parsed = new LinkedHashSet<>();
        for (String form : List.of(name, name + "[]")) {
            taken.add(form);
            for (String given : given.getOrDefault(form, List.of())) {
                for (String element : elements(given)) {
                    sound(form, element)
                            .ifPresent(text ->
                                    parser.apply(text)
                                            .ifPresentOrElse(
                                                    parsed::add, () -> refuse(form, error)));
                }
            }
            if (parsed.size() > LONGEST_LIST) {
                refuse(form, "has more than " + LONGEST_LIST + " values");
            }
        }
        return parsed;
    }

    PageNumber page() {
        int number = number("page", 1, PageNumber.LAST_NUMBER);
        int size = number("perPage", DEFAULT_ROWS, PageNumber.MOST_ROWS);
        return new PageNumber(number, size);
    }

    /**
     * @throws InvalidParameters if one was wrong, or is not known here
     */
    void refuseTheRest() {
        given.keySet().stream()
                .filter(name -> !taken.contains(name))
                .limit(LONGEST_LIST)
                .forEach(name -> refuse(shortened(name), "is not a known parameter"));
        if (!errors.isEmpty()) {
            throw new InvalidParameters(errors);
        }
    }

    private int number(String name, int otherwise, int most) {
        return value(name, text -> integer(text, most), "is not between 1 and " + most)
                .orElse(otherwise);
    }

    private Optional<String> sound(String name, String text) {
        if (text.isBlank()) {
            refuse(name, "is empty");
            return Optional.empty();
        }
        if (text.indexOf('\0') >= 0) {
            refuse(name, INVALID);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private void refuse(String name, String error) {
        List<String> ofName = errors.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!ofName.contains(error)) {
            ofName.add(error);
        }
    }

    private static List<String> elements(String text) {
        String trimmed = text.strip();
        String inner =
                trimmed.startsWith("[") && trimmed.endsWith("]") && trimmed.length() > 1
                        ? trimmed.substring(1, trimmed.length() - 1)
                        : trimmed;
        List<String> elements = new ArrayList<>();
        for (String element : inner.split(",", -1)) {
            elements.add(element.strip());
        }
        return elements;
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> integer(String text, int most) {
        return Identifiers.parse(text)
                .filter(number -> number >= 1 && number <= most)
                .map(Long::intValue);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
