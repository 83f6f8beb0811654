package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.graph.GraphException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a check of a connection.
 *
 * @param message for an admin
 */
record CheckOutcome(
        Word word, String message, @Nullable String groupName, @Nullable String tenantName) {

    /** As {@code directory.connection_checks} spells it, in capitals. */
    enum Word {
        OK,
        TENANT_UNKNOWN,
        APP_UNKNOWN,
        CONSENT_MISSING,
        SECRET_WRONG,
        GROUP_NOT_FOUND,
        GROUP_UNSUITABLE,
        GROUP_EMPTY,
        UNREACHABLE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CheckOutcome {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(message, "message");
    }

    static CheckOutcome of(ReadGroup.Found found, @Nullable String tenantName) {
        return switch (found) {
            case ReadGroup.Found.Standing standing ->
                    new CheckOutcome(
                            Word.OK,
                            "The tenant and the group can be read.",
                            standing.name(),
                            tenantName);
            case ReadGroup.Found.Faulty faulty ->
                    new CheckOutcome(
                            word(faulty.trouble()),
                            faulty.trouble().message(),
                            faulty.name(),
                            tenantName);
        };
    }

    static CheckOutcome of(GraphException failure, @Nullable String tenantName) {
        return new CheckOutcome(
                word(failure.category()),
                Objects.requireNonNullElse(failure.getMessage(), "Graph failed."),
                null,
                tenantName);
    }

    static Word word(GraphException.Category category) {
        return switch (category) {
            case TENANT_UNKNOWN -> Word.TENANT_UNKNOWN;
            case APP_UNKNOWN -> Word.APP_UNKNOWN;
            case SECRET_WRONG, SECRET_EXPIRED -> Word.SECRET_WRONG;
            case CONSENT_MISSING, FORBIDDEN, TOKEN_REFUSED -> Word.CONSENT_MISSING;
            case NOT_FOUND -> Word.GROUP_NOT_FOUND;
            case THROTTLED,
                    UNAVAILABLE,
                    ALREADY_EXISTS,
                    ENDPOINT_REFUSED,
                    PAGE_LOST,
                    RESYNC_REQUIRED,
                    REFUSED,
                    MALFORMED ->
                    Word.UNREACHABLE;
        };
    }

    private static Word word(Trouble trouble) {
        return switch (trouble.category()) {
            case Trouble.GROUP_NOT_FOUND -> Word.GROUP_NOT_FOUND;
            case Trouble.GROUP_UNSUITABLE -> Word.GROUP_UNSUITABLE;
            default -> Word.GROUP_EMPTY;
        };
    }
}
