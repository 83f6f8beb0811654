package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.stack.demo.ConsoleApi;
import java.util.List;

/** What an admin does about people who would be deactivated, by the API. */
final class CompanyReviews {

    private static final String PAGE = "/people?limit=500";

    private final ConsoleApi console;
    private final String token;
    private final String company;

    /**
     * @param token of operations
     */
    CompanyReviews(ConsoleApi console, String token, long company) {
        this.console = console;
        this.token = token;
        this.company = "/api/companies/" + company;
    }

    /** More leavers than that within a day wait for a review. */
    void limit(int people) {
        ObjectNode limits = JsonNodeFactory.instance.objectNode().put("limitPeople", people);
        limits.putNull("limitPercent");
        console.put(company + "/guard", token, limits);
    }

    /**
     * How many people wait in the reviews of a kind.
     *
     * @param kind deactivation, clearing …
     */
    long waiting(String kind) {
        long waiting = 0;
        for (JsonNode review : open()) {
            if (review.path("kind").asText().equals(kind)) {
                waiting += review.path("waiting").asLong();
            }
        }
        return waiting;
    }

    /** Reads everybody who waits, page by page, and counts them. */
    long readNames() {
        long names = 0;
        for (JsonNode review : open()) {
            String path = path(review) + PAGE;
            JsonNode page = console.get(path, token);
            names += page.path("people").size();
            while (!page.path("after").isNull()) {
                page = console.get(path + "&after=" + page.path("after").asText(), token);
                names += page.path("people").size();
            }
        }
        return names;
    }

    void approveAll() {
        for (JsonNode review : open()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.put("allWaiting", review.path("waiting").asLong());
            console.post(path(review) + "/approve", token, all);
        }
    }

    private List<JsonNode> open() {
        return console.get(company + "/reviews", token)
                .path("reviews")
                .valueStream()
                .filter(review -> review.path("waiting").asLong() > 0)
                .toList();
    }

    private String path(JsonNode review) {
        return company + "/reviews/" + review.path("id").asText();
    }
}
