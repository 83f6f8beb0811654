package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.api.ErrorAnswer;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A mapping that can't be taken: 400, with every problem named beside what was entered. */
final class RefusedMapping extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    RefusedMapping(CheckedMapping.Wrong wrong) {
        super(
                "refused mapping",
                Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new ErrorAnswer(sentence(wrong.problems()), wrong.problems()))
                        .build());
    }

    private static String sentence(Map<String, List<String>> problems) {
        return problems.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(problem -> entry.getKey() + " " + problem))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
