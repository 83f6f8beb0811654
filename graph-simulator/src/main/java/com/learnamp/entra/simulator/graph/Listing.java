package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.graph.PageTokens.Place;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers one page of a collection, with the link to the next. */
final class Listing {

    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    /** Objects behind an ordinal, up to a number of them. */
    @FunctionalInterface
    interface Source {
        List<Entry> after(int ordinal, int max);
    }

    /** Writes what belongs into one object of the collection. */
    @FunctionalInterface
    interface Item {
        void write(JsonGenerator json, Entry entry) throws IOException;
    }

    private final PageTokens tokens;

    Listing(PageTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param count the size of the whole collection, or negative if nobody asked
     */
    GraphAnswer page(GraphRequest request, String context, Source source, long count, Item item) {
        int top = top(request);
        Place place = tokens.place(request);
        List<Entry> found = source.after(place.ordinal(), top + 1);
        boolean more = found.size() > top;
        List<Entry> page = more ? found.subList(0, top) : found;
        return GraphAnswer.ok(json -> {
            json.writeStringField("@odata.context", request.base() + "/$metadata#" + context);
            if (count >= 0 && place == Place.BEGINNING) {
                json.writeNumberField("@odata.count", count);
            }
            if (more) {
                String position = String.valueOf(page.getLast().ordinal());
                json.writeStringField("@odata.nextLink", nextLink(request, position, place));
            }
            json.writeArrayFieldStart("value");
            for (Entry entry : page) {
                json.writeStartObject();
                item.write(json, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private String nextLink(GraphRequest request, String position, Place place) {
        Map<String, String> options = new LinkedHashMap<>(request.query());
        options.put("skiptoken", tokens.next(position, place, request));
        return Addresses.write(request.base(), request.path(), options);
    }

    private static int top(GraphRequest request) {
        return request.option("top")
                .map(text -> {
                    int top = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
                    if (top < 1 || top > LARGEST_PAGE) {
                        throw GraphProblem.unsupported(
                                "Invalid page size specified: '"
                                        + text
                                        + "'. Must be between 1 and 999 inclusive.");
                    }
                    return top;
                })
                .orElse(DEFAULT_PAGE);
    }
}
