package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.parts.PartStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The most heap that each of the services on the way uses, garbage included. */
final class HeapOfServices implements AutoCloseable {

    private static final List<String> WATCHED =
            List.of("graph-fetcher", "user-mapper", "provisioning-writer", "admin-console");

    private final Map<String, WatchHeap> watches;

    private HeapOfServices(Map<String, WatchHeap> watches) {
        this.watches = watches;
    }

    static HeapOfServices of(List<PartStatus> parts) {
        Map<String, WatchHeap> watches = new LinkedHashMap<>();
        for (String name : WATCHED) {
            parts.stream()
                    .filter(part -> part.name().equals(name))
                    .forEach(part -> watches.put(name, WatchHeap.of(part.port())));
        }
        return new HeapOfServices(watches);
    }

    /** As headings of a table. */
    String names() {
        return String.join(" | ", watches.keySet());
    }

    int count() {
        return watches.size();
    }

    /** As cells of a row, in megabytes, since the row before. */
    String mostSinceLast() {
        return watches.values().stream()
                .map(watch -> String.format(Locale.ROOT, "%.0f", watch.mostSinceLast()))
                .collect(Collectors.joining(" | "));
    }

    @Override
    public void close() {
        watches.values().forEach(WatchHeap::close);
    }
}
