package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.faults.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tokens of nextLinks. Graph remembers pages badly: some tokens get lost, and one that came
 * from a request which was sent before may not be good for the next page.
 */
final class PageTokens {

    private static final int REMEMBERED = 50_000;

    private final Map<String, Boolean> used =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    /**
     * @param position where the next page begins; its meaning is the listing's
     * @param repeated whether a client used this token before
     */
    record Place(String position, boolean repeated) {

        static final Place BEGINNING = new Place("-1", false);

        int ordinal() {
            return Integer.parseInt(position);
        }
    }

    Place place(GraphRequest request) {
        String token = request.query().get("skiptoken");
        if (token == null) {
            return Place.BEGINNING;
        }
        String[] parts = decoded(token).split("\\|");
        if (parts.length != 3) {
            throw invalid();
        }
        Faults faults = request.tenant().faults();
        boolean lost =
                request.tenant()
                        .chance()
                        .happensForGood(
                                faults.lostPageTokenRate(),
                                faults.seed(),
                                "lost page",
                                request.subject() + parts[0],
                                token);
        if (lost || (faults.retriedPageTokensBreak() && parts[2].equals("r"))) {
            throw lost();
        }
        return new Place(parts[0], used.put(request.caller().clientId() + token, true) != null);
    }

    /** The token of the page that begins at the position. */
    String next(String position, Place current, GraphRequest request) {
        String token = position + "|" + request.id() + "|" + (current.repeated() ? "r" : "n");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("sim|" + token).getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (!text.startsWith("sim|")) {
                throw invalid();
            }
            return text.substring(4);
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    private static GraphProblem invalid() {
        return GraphProblem.badRequest("The specified page token value is not valid.");
    }

    private static GraphProblem lost() {
        return new GraphProblem(
                400,
                "DirectoryPageTokenNotFoundException",
                "The specified page token value has expired and can no longer be included in your"
                        + " request.");
    }
}
