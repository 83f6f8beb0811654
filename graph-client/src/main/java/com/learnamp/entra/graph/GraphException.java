package com.learnamp.entra.graph;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bad weather between us and Graph, sorted. The message is written for the administrator who can do
 * something about it; it holds no personal data, no token and no word of a body.
 */
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure, and so who can mend it. */
    public enum Category {
        /** Too many requests: wait as long as Graph says. */
        THROTTLED,
        /** Graph or the login does not answer, or answers that it is broken. */
        UNAVAILABLE,
        SECRET_WRONG,
        SECRET_EXPIRED,
        /** The client id is not known to the tenant. */
        APP_UNKNOWN,
        TENANT_UNKNOWN,
        /**
         * The app is known but may not do this: an administrator has not consented, or has revoked
         * it.
         */
        CONSENT_MISSING,
        /** Graph does not accept the token that the login gave. */
        TOKEN_REFUSED,
        /** Refused for a reason other than missing consent, e.g. a quota or a policy. */
        FORBIDDEN,
        NOT_FOUND,
        /** The same subscription exists. */
        ALREADY_EXISTS,
        /** Graph could not validate the address that it shall send notifications to. */
        ENDPOINT_REFUSED,
        /**
         * The listing's page token is gone: begin the listing anew, and conclude nothing from the
         * pages so far.
         */
        PAGE_LOST,
        /** The delta link has expired: list everything. */
        RESYNC_REQUIRED,
        /** Graph did not like the request: a fault of ours or an attribute that it doesn't know. */
        REFUSED,
        /** The answer makes no sense, or leads elsewhere than to Graph. */
        MALFORMED;

        /** Whether the same request may succeed later with nobody doing anything. */
        public boolean passing() {
            return switch (this) {
                case THROTTLED, UNAVAILABLE -> true;
                case SECRET_WRONG,
                        SECRET_EXPIRED,
                        APP_UNKNOWN,
                        TENANT_UNKNOWN,
                        CONSENT_MISSING,
                        TOKEN_REFUSED,
                        FORBIDDEN,
                        NOT_FOUND,
                        ALREADY_EXISTS,
                        ENDPOINT_REFUSED,
                        PAGE_LOST,
                        RESYNC_REQUIRED,
                        REFUSED,
                        MALFORMED ->
                        false;
            };
        }
    }

    private final Category category;
    private final String message;
    private final String[] codes;
    private final @Nullable Duration retryAfter;
    private final @Nullable String unknownAttribute;

    public GraphException(Category category, String message) {
        this(category, message, null, null, null);
    }

    public GraphException(
            Category category,
            String message,
            @Nullable String code,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(category, message, code == null ? List.of() : List.of(code), retryAfter, cause, null);
    }

    private GraphException(
            Category category,
            String message,
            List<String> codes,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            @Nullable String unknownAttribute) {
        super(message, cause);
        this.message = Objects.requireNonNull(message, "message");
        this.category = Objects.requireNonNull(category, "category");
        this.codes = codes.toArray(String[]::new);
        this.retryAfter = retryAfter;
        this.unknownAttribute = unknownAttribute;
    }

    GraphException ofUnknownAttribute(String attribute) {
        return new GraphException(
                category, message, List.of(codes), retryAfter, getCause(), attribute);
    }

    /** With all of Graph's codes, outermost first. */
    GraphException ofCodes(List<String> all) {
        return new GraphException(category, message, all, retryAfter, getCause(), unknownAttribute);
    }

    /** Never null, unlike that of other exceptions. */
    @Override
    public String getMessage() {
        return message;
    }

    public Category category() {
        return category;
    }

    /**
     * Graph's outermost code, e.g. {@code Request_ResourceNotFound}, or the login's, e.g. {@code
     * AADSTS7000215}.
     */
    public Optional<String> code() {
        return Arrays.stream(codes).findFirst();
    }

    /** Whether any of Graph's codes is among these, compared without case. */
    boolean says(Collection<String> known) {
        return Arrays.stream(codes)
                .anyMatch(code -> known.stream().anyMatch(code::equalsIgnoreCase));
    }

    /** The attribute that was asked for, and that the tenant does not know. */
    public Optional<String> unknownAttribute() {
        return Optional.ofNullable(unknownAttribute);
    }

    /** How long Graph wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
