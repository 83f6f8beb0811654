package com.learnamp.entra.fetcher.graph;

/**
 * What was asked of Graph.
 *
 * @param requests over HTTP: a batch is one
 * @param resourceUnits as Graph counts them
 */
public record Cost(long requests, long resourceUnits) {

    public static final Cost NONE = new Cost(0, 0);

    Cost plus(Cost more) {
        return new Cost(requests + more.requests, resourceUnits + more.resourceUnits);
    }
}
