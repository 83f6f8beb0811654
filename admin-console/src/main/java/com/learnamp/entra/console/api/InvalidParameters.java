package com.learnamp.entra.console.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters that can't be taken: 400, with every one of them named. */
final class InvalidParameters extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    InvalidParameters(Map<String, List<String>> errors) {
        this(sentence(errors), errors);
    }

    /**
     * @param sentence where the documentation has one of its own
     */
    InvalidParameters(String sentence, Map<String, List<String>> errors) {
        super(
                "invalid parameters",
                Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new ErrorAnswer(sentence, errors))
                        .build());
    }

    private static String sentence(Map<String, List<String>> errors) {
        return errors.entrySet().stream()
                .flatMap(
                        error -> error.getValue().stream().map(what -> error.getKey() + " " + what))
                .collect(Collectors.joining(", "));
    }
}
