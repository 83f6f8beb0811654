package com.learnamp.entra.fetcher.graph;

import java.util.concurrent.atomic.AtomicReference;

/** What a piece of work has cost so far, on whatever threads it asks. */
public final class Spending {

    private final AtomicReference<Cost> spent = new AtomicReference<>(Cost.NONE);

    public Cost soFar() {
        return spent.get();
    }

    void add(Cost more) {
        spent.accumulateAndGet(more, Cost::plus);
    }
}
