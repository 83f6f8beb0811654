package com.learnamp.entra.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, in the documented shape.
 *
 * @param fullErrors by parameter; null where no parameter is to blame
 */
public record ErrorAnswer(
        String error,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<String>> fullErrors) {

    public ErrorAnswer {
        Objects.requireNonNull(error, "error");
    }

    public static ErrorAnswer of(String error) {
        return new ErrorAnswer(error, null);
    }

    /** The documented sentence for a status that came without one. */
    static ErrorAnswer ofStatus(int status) {
        return of(
                switch (status) {
                    case 400 -> "Bad request";
                    case 401 -> "An access token is needed, from POST /oauth/token";
                    case 403 -> "The access token lacks the scope that this needs";
                    case 404 -> "Not found";
                    case 405 -> "Method not allowed";
                    case 406 -> "Only application/json is available";
                    case 413 -> "Request too large";
                    case 415 -> "Unsupported media type";
                    case 429 -> "Too many requests";
                    case 503 -> "Temporarily unavailable";
                    default -> status < 500 ? "Request refused" : "Internal server error";
                });
    }
}
