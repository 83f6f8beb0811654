package com.learnamp.entra.console.people;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.UserStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to filter the list.
 *
 * @param status empty: everybody
 * @param count null where people are searched, too
 */
record StatusTab(String status, @Nullable Long count, boolean current) {

    private static final String COUNTS =
            "SELECT status, count(*) AS people FROM learnamp.people_by_name GROUP BY status";

    static List<StatusTab> of(StoreTransaction transaction, Search search) throws SQLException {
        @Nullable Map<String, Long> counts = search.text().isEmpty() ? counts(transaction) : null;
        List<StatusTab> tabs = new ArrayList<>();
        tabs.add(
                new StatusTab(
                        "",
                        counts == null
                                ? null
                                : Long.valueOf(
                                        counts.values().stream().mapToLong(Long::longValue).sum()),
                        search.status().isEmpty()));
        Stream.of(UserStatus.values())
                .map(status ->
                        new StatusTab(
                                status.code(),
                                counts == null ? null : counts.getOrDefault(status.code(), 0L),
                                search.statusCode().equals(status.code())))
                .forEach(tabs::add);
        return tabs;
    }

    private static Map<String, Long> counts(StoreTransaction transaction) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        transaction.query(
                COUNTS,
                row -> {
                    counts.put(row.text("status"), row.number("people"));
                    return counts;
                });
        return counts;
    }
}
