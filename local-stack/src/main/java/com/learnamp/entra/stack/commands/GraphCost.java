package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What was asked of Microsoft Graph. */
record GraphCost(long requests, long units) {

    private static final long PAGE = 999;
    private static final long PEOPLE_IN_A_BATCH = 10;
    private static final String MEMBERS = "GET groups/{}/transitiveMembers";
    private static final String USERS = "GET users";
    private static final String STEP = "in batch";

    GraphCost plus(GraphCost more) {
        return new GraphCost(requests + more.requests, units + more.units);
    }

    /** Of what the simulator has counted: made for people, not for subscriptions or deltas. */
    static GraphCost ofPeople(JsonNode counts) {
        GraphCost sum = new GraphCost(0, 0);
        for (Map.Entry<String, JsonNode> kind : counts.properties()) {
            if (!kind.getKey().contains("subscriptions") && !kind.getKey().contains("delta")) {
                GraphCost cost = of(kind.getValue());
                boolean step = kind.getKey().startsWith(STEP); // has units, but is no request
                sum = sum.plus(step ? new GraphCost(0, cost.units()) : cost);
            }
        }
        return sum;
    }

    /**
     * The least that a full listing takes: each page once, of the members and, for the managers, of
     * whatever is less, the tenant's users or the people ten by ten.
     *
     * @param counts of a full listing, for what a page costs
     */
    static GraphCost leastForListing(JsonNode size, JsonNode counts) {
        GraphCost members = pages(size.path("members").asLong(), counts, MEMBERS);
        GraphCost users = pages(size.path("tenantUsers").asLong(), counts, USERS);
        long batches = Math.ceilDiv(size.path("people").asLong(), PEOPLE_IN_A_BATCH);
        GraphCost managers =
                batches < users.requests()
                        ? new GraphCost(batches, of(counts.path("POST $batch")).units())
                        : users;
        return members.plus(managers);
    }

    private static GraphCost pages(long entries, JsonNode counts, String kind) {
        long pages = Math.ceilDiv(entries, PAGE);
        GraphCost counted = of(counts.path(kind));
        long each = counted.requests() == 0 ? 0 : counted.units() / counted.requests();
        return new GraphCost(pages, pages * each);
    }

    private static GraphCost of(JsonNode count) {
        return new GraphCost(count.path("requests").asLong(), count.path("resourceUnits").asLong());
    }
}
