package com.learnamp.entra.graph;

/** Told of every request to Graph: for metrics, and for the request budget of a tenant. */
@FunctionalInterface
public interface RequestListener {

    /** Called on the thread that made the request; must not block or throw. */
    void answered(AnsweredRequest request);
}
