package com.learnamp.entra.graph;

import com.microsoft.kiota.RequestOption;
import org.jspecify.annotations.Nullable;

/**
 * Travels with one request through the SDK, down to the interceptors and back: what it is for, and
 * what of the answer the typed builders don't hand out.
 */
final class RequestTag implements RequestOption {

    /** What kind of opaque link the request follows; an error means something else then. */
    enum Link {
        NONE,
        PAGE,
        DELTA
    }

    private final RequestKind kind;
    private final Link link;
    private final boolean batch;
    private @Nullable String contentType;
    private @Nullable AnsweredRequest answered;

    RequestTag(RequestKind kind, Link link) {
        this(kind, link, false);
    }

    private RequestTag(RequestKind kind, Link link, boolean batch) {
        this.kind = kind;
        this.link = link;
        this.batch = batch;
    }

    static RequestTag of(RequestKind kind) {
        return new RequestTag(kind, Link.NONE);
    }

    static RequestTag page(RequestKind kind) {
        return new RequestTag(kind, Link.PAGE);
    }

    static RequestTag delta(RequestKind kind) {
        return new RequestTag(kind, Link.DELTA);
    }

    static RequestTag batch(RequestKind kind) {
        return new RequestTag(kind, Link.NONE, true);
    }

    RequestKind kind() {
        return kind;
    }

    Link link() {
        return link;
    }

    /** A batch is measured by who reads its steps: their costs are inside. */
    boolean batch() {
        return batch;
    }

    void answered(AnsweredRequest request, @Nullable String type) {
        answered = request;
        contentType = type;
    }

    @Nullable AnsweredRequest answered() {
        return answered;
    }

    @Nullable String contentType() {
        return contentType;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the SDK's own signature
    @Override
    public <T extends RequestOption> Class<T> getType() {
        return (Class<T>) RequestTag.class;
    }
}
