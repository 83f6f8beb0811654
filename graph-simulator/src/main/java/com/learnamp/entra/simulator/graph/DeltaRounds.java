package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.faults.Chance;
import com.learnamp.entra.simulator.faults.Faults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Delta queries: rounds of pages that end with a link to the next round. */
final class DeltaRounds {

    private static final int MOST_IDS = 50;
    private static final String EMPTY_PAGE_DONE = "e";

    /** Writes one object of a page. */
    @FunctionalInterface
    interface Item {
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * @param next where the page after this one begins; empty after the last
     */
    record Page(List<Item> items, Optional<String> next) {}

    /** What changed among the objects of one kind. */
    interface Source {
        String context();

        /** Refuses what can't be tracked. */
        void check(Map<String, String> options);

        Page page(DeltaToken round, GraphRequest request, DirectoryView view);
    }

    GraphAnswer answer(GraphRequest request, Source source) {
        for (String option : List.of("top", "orderby", "search", "expand")) {
            if (request.option(option).isPresent()) {
                throw GraphProblem.unsupported(
                        "The query parameter '$" + option + "' is not supported for delta.");
            }
        }
        Optional<String> delta = request.option("deltatoken").filter(text -> !text.isEmpty());
        if (delta.filter("latest"::equalsIgnoreCase).isPresent()) {
            DeltaToken fresh = begin(request, source);
            return page(request, source, new Page(List.of(), Optional.empty()), fresh);
        }
        DeltaToken round = round(request, source, delta);
        boolean emptyDone = round.position().startsWith(EMPTY_PAGE_DONE);
        DeltaToken here =
                emptyDone ? round.at(round.position().substring(1), round.issued()) : round;
        Page page =
                !emptyDone && comesEmpty(request, round)
                        ? new Page(List.of(), Optional.of(EMPTY_PAGE_DONE + here.position()))
                        : source.page(here, request, request.tenant().directory().at(here.upTo()));
        return page(request, source, page, here);
    }

    private DeltaToken round(GraphRequest request, Source source, Optional<String> delta) {
        Optional<String> skip = request.option("skiptoken");
        if (skip.isPresent()) {
            DeltaToken token = DeltaToken.read(skip.get());
            requirePage(request, token, skip.get());
            return token;
        }
        if (delta.isEmpty()) {
            return begin(request, source);
        }
        DeltaToken link = DeltaToken.read(delta.get());
        DeltaExpiry.check(request, link);
        Selection.refuseMissing(request, UserDelta.selected(link.options()));
        // A replica may be behind the one that gave the link: then nothing has changed yet.
        long upTo = Math.max(link.from(), request.view().sequence());
        return new DeltaToken(link.from(), upTo, "", request.now().toEpochMilli(), link.options());
    }

    private static DeltaToken begin(GraphRequest request, Source source) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String name : List.of("select", "filter")) {
            request.option(name).ifPresent(value -> options.put(name, value));
        }
        if (options.containsKey("filter") && Filter.ids(options.get("filter")).size() > MOST_IDS) {
            throw GraphProblem.unsupported(
                    "The filter of a delta query must not have more than " + MOST_IDS + " ids.");
        }
        source.check(options);
        Selection.refuseMissing(request, UserDelta.selected(options));
        return new DeltaToken(
                DeltaToken.EVERYTHING,
                request.view().sequence(),
                "",
                request.now().toEpochMilli(),
                options);
    }

    private static void requirePage(GraphRequest request, DeltaToken token, String text) {
        Faults faults = request.tenant().faults();
        if (request.tenant()
                .chance()
                .happensForGood(
                        faults.lostPageTokenRate(),
                        faults.seed(),
                        "lost page",
                        request.subject() + token.position(),
                        text)) {
            throw new GraphProblem(
                    400,
                    "DirectoryPageTokenNotFoundException",
                    "The specified page token value has expired and can no longer be included in"
                            + " your request.");
        }
    }

    private static boolean comesEmpty(GraphRequest request, DeltaToken round) {
        Faults faults = request.tenant().faults();
        return Chance.strikes(
                faults.deltaEmptyPageRate(),
                faults.seed(),
                "empty delta page",
                request.subject() + round.upTo() + '/' + round.position());
    }

    private GraphAnswer page(GraphRequest request, Source source, Page page, DeltaToken round) {
        long now = request.now().toEpochMilli();
        return GraphAnswer.ok(json -> {
            json.writeStringField(
                    "@odata.context", request.base() + "/$metadata#" + source.context());
            if (page.next().isPresent()) {
                DeltaToken next = round.at(page.next().get(), now);
                json.writeStringField("@odata.nextLink", link(request, "skiptoken", next));
            } else {
                json.writeStringField(
                        "@odata.deltaLink", link(request, "deltatoken", round.end(now)));
            }
            json.writeArrayFieldStart("value");
            for (Item item : page.items()) {
                json.writeStartObject();
                item.write(json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String link(GraphRequest request, String name, DeltaToken token) {
        return Addresses.write(request.base(), request.path(), Map.of(name, token.write()));
    }

    /** The items with some of them again behind all of them, as Graph repeats itself. */
    static List<Item> repeated(
            GraphRequest request, DeltaToken round, List<String> ids, List<Item> items) {
        Faults faults = request.tenant().faults();
        List<Item> all = new ArrayList<>(items);
        for (int position = 0; position < ids.size(); position++) {
            if (Chance.strikes(
                    faults.deltaRepeatRate(),
                    faults.seed(),
                    "delta repeat",
                    ids.get(position) + round.upTo())) {
                all.add(items.get(position));
            }
        }
        return all;
    }

    /** The ids of the filter; empty if everything is tracked. */
    static Set<String> ids(DeltaToken round) {
        String filter = round.options().get("filter");
        return filter == null ? Set.of() : Filter.ids(filter);
    }
}
