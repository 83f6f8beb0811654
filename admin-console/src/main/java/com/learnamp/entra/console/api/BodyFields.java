package com.learnamp.entra.console.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a body, each taken once; whatever nobody takes is refused by name. */
final class BodyFields {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIST = 500;

    private final Map<String, List<String>> given;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    BodyFields(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Present but empty where the field is to be cleared. */
    Optional<String> text(String name) {
        Optional<List<String>> values = list(name);
        if (values.isPresent() && values.get().size() != 1) {
            refuse(name, QueryParameters.INVALID);
            return Optional.empty();
        }
        return values.map(List::getFirst);
    }

    Optional<List<String>> list(String name) {
        taken.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        boolean sound =
                values.size() <= LONGEST_LIST
                        && values.stream().noneMatch(value -> value.indexOf('\0') >= 0);
        if (!sound) {
            refuse(name, QueryParameters.INVALID);
        }
        return sound && given.containsKey(name) ? Optional.of(values) : Optional.empty();
    }

    boolean flag(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !Set.of("true", "false", "1", "0", "").contains(text.get())) {
            refuse(name, QueryParameters.INVALID);
        }
        return text.filter(value -> value.equals("true") || value.equals("1")).isPresent();
    }

    /**
     * @throws WebApplicationException if both are given
     */
    void exclusive(String one, String other) {
        if (given.containsKey(one) && given.containsKey(other)) {
            throw new WebApplicationException(
                    Response.status(Response.Status.BAD_REQUEST)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(ErrorAnswer.of(one + ", " + other + " are mutually exclusive"))
                            .build());
        }
    }

    void refuse(String name, String error) {
        List<String> ofName = errors.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!ofName.contains(error)) {
            ofName.add(error);
        }
    }

    /**
     * @throws InvalidParameters if one was wrong, or is not known here
     */
    void refuseAny() {
        given.keySet().stream()
                .filter(name -> !taken.contains(name))
                .limit(LONGEST_LIST)
                .forEach(name ->
                        refuse(
                                name.length() <= LONGEST_NAME
                                        ? name
                                        : name.substring(0, LONGEST_NAME) + "…",
                                "is not a known parameter"));
        if (!errors.isEmpty()) {
            throw new InvalidParameters(errors);
        }
    }
}
