package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a delta link or the nextLink of a delta round remembers.
 *
 * @param from the change after which the round begins; {@link #EVERYTHING} for a first round
 * @param upTo the change with which it ends
 * @param position where the next page begins; its meaning is the listing's
 * @param issued milliseconds
 * @param options select and filter, which stay as they were when the first request was made
 */
record DeltaToken(long from, long upTo, String position, long issued, Map<String, String> options) {

    static final long EVERYTHING = -1;

    DeltaToken {
        options = new TreeMap<>(options);
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    boolean isFirstRound() {
        return from == EVERYTHING;
    }

    DeltaToken at(String next, long now) {
        return new DeltaToken(from, upTo, next, now, options);
    }

    /** The token of the delta link at the end of this round. */
    DeltaToken end(long now) {
        return new DeltaToken(upTo, upTo, "", now, options);
    }

    String write() {
        try {
            byte[] json =
                    RequestBody.JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DeltaToken read(String text) {
        try {
            return RequestBody.JSON.readValue(
                    Base64.getUrlDecoder().decode(text), DeltaToken.class);
        } catch (IOException | IllegalArgumentException malformed) {
            throw GraphProblem.badRequest("Badly formed token.");
        }
    }
}
