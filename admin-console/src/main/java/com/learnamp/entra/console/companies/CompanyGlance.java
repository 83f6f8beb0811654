package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company as operations see it among all. What nobody knows is null.
 *
 * @param state of its connection: draft, disconnected, waiting until it was read, ok, stopped,
 *     unreachable or paused
 * @param people in its group when everybody was last compared
 * @param lag how long what is due waits already
 * @param noticedAt when Microsoft last announced a change of somebody
 * @param comparedAt when everybody was last compared
 * @param throttled how many requests Microsoft refused today (UTC) as too many, of its whole tenant
 * @param throttledUntil when a sync that waits goes on; null where none waits
 */
record CompanyGlance(
        long id,
        String name,
        String state,
        @Nullable Long people,
        @Nullable String lag,
        Times.@Nullable Moment noticedAt,
        Times.@Nullable Moment comparedAt,
        @Nullable Long throttled,
        Times.@Nullable Moment throttledUntil,
        long parked) {

    private static final String PAGE =
            "SELECT * FROM provisioning.companies_at_a_glance(?, ?, ?, ?, ?)";

    /** What they are sorted by. */
    enum Order {
        /** Whoever has waited longest comes first. */
        LAG,
        /** Whoever was compared the longest ago. */
        COMPARED,
        /** Whoever has most. */
        PARKED,
        NAME;

        static Order of(@Nullable String word) {
            return Stream.of(values())
                    .filter(order -> StoredWords.of(order).equals(word))
                    .findFirst()
                    .orElse(LAG);
        }
    }

    /**
     * @param named part of their name, or their number; empty: all of them
     * @param after the company where the page before ended; null on the first
     */
    static List<CompanyGlance> page(
            StoreTransaction transaction,
            Order order,
            String named,
            @Nullable Long after,
            int most,
            Times times)
            throws SQLException {
        return transaction.query(
                PAGE,
                row -> of(row, times),
                times.now(),
                StoredWords.of(order),
                named.isEmpty() ? null : named,
                after,
                most);
    }

    private static CompanyGlance of(StoredRow row, Times times) throws SQLException {
        String status = row.text("status");
        boolean active = status.equals("active");
        return new CompanyGlance(
                row.number("id"),
                row.text("name"),
                active ? connection(row) : status,
                row.maybeNumber("people"),
                active ? lag(row.maybeInstant("waiting_since"), times) : null,
                moment(row.maybeInstant("noticed_at"), times),
                moment(row.maybeInstant("compared_at"), times),
                row.maybeNumber("throttled"),
                moment(row.maybeInstant("throttled_until"), times),
                row.number("parked"));
    }

    private static String connection(StoredRow row) throws SQLException {
        return row.truth("paused")
                ? "paused"
                : Optional.ofNullable(row.maybeText("connection")).orElse("waiting");
    }

    /** Nothing waits: no lag. */
    private static String lag(@Nullable Instant since, Times times) {
        return since == null ? "0" : times.lasting(Duration.between(since, times.now()));
    }

    private static Times.@Nullable Moment moment(@Nullable Instant instant, Times times) {
        return instant == null ? null : times.at(instant);
    }
}
