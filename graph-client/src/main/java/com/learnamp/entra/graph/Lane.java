package com.learnamp.entra.graph;

/** How urgent a tenant's requests are to Graph, which throttles the less urgent ones first. */
enum Lane {
    LIVE,
    BULK;

    static final String HEADER = "x-ms-throttle-priority";

    String priority() {
        return this == LIVE ? "normal" : "low";
    }
}
