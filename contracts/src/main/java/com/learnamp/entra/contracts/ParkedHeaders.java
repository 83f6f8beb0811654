package com.learnamp.entra.contracts;

/**
 * The headers of a record on a {@code …parked.v1} topic; its key and value are the original's
 * bytes.
 */
public final class ParkedHeaders {

    /** What is wrong, in words, without personal data. */
    public static final String REASON = "parked-reason";

    public static final String TOPIC = "parked-from-topic";
    public static final String PARTITION = "parked-from-partition";
    public static final String OFFSET = "parked-from-offset";

    /** ISO 8601. */
    public static final String AT = "parked-at";

    /**
     * On a record that is tried again: {@code partition/offset} where it was read the first time,
     * so that it is the same one if it is parked again.
     */
    public static final String RETRY_OF = "parked-retry-of";

    private ParkedHeaders() {}
}
