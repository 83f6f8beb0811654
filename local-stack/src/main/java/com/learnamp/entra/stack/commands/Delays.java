package com.learnamp.entra.stack.commands;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it took from the webhook to the row in the store, for each change that was written.
 *
 * @param milliseconds of each, shortest first
 * @param withoutNotice how many were noticed otherwise: by a full sync or a check
 */
record Delays(List<Long> milliseconds, int withoutNotice) {

    private static final Duration AT_REST_AFTER = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long LOOK_EVERY_MILLISECONDS = 500;

    Delays {
        milliseconds = milliseconds.stream().sorted().toList();
    }

    /** Looks until nothing new was written for a while. */
    static Delays awaitRest(String jdbcUrl, Instant since) throws SQLException {
        long start = System.nanoTime();
        long lastNews = start;
        try (Connection store = DriverManager.getConnection(jdbcUrl, "postgres", "postgres")) {
            Delays delays = read(store, since);
            while (System.nanoTime() - lastNews < AT_REST_AFTER.toNanos()
                    && System.nanoTime() - start < LONGEST.toNanos()) {
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
                Delays now = read(store, since);
                if (!now.equals(delays)) {
                    lastNews = System.nanoTime();
                    delays = now;
                }
            }
            return delays;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Delays(List.of(), 0);
        }
    }

    String describe() {
        if (milliseconds.isEmpty()) {
            return withoutNotice == 0
                    ? "None of them concerned anybody in the store"
                    : withoutNotice + " changes in the store, none of them by a notification";
        }
        return String.format(
                Locale.ROOT,
                "%d changes in the store by a notification%s; from the webhook to the store: half"
                        + " within %.1f s, 19 in 20 within %.1f s, all within %.1f s",
                milliseconds.size(),
                withoutNotice == 0 ? "" : ", " + withoutNotice + " otherwise",
                at(0.5),
                at(0.95),
                at(1));
    }

    /** In seconds, within which that share of them was done. */
    double at(double share) {
        int index = (int) Math.ceil(share * milliseconds.size()) - 1;
        return milliseconds.get(Math.max(0, index)) / 1_000.0;
    }

    private static Delays read(Connection store, Instant since) throws SQLException {
        List<Long> delays = new ArrayList<>();
        int withoutNotice = 0;
        try (PreparedStatement query =
                store.prepareStatement(
                        """
                        SELECT cause = 'notification' AND noticed_at IS NOT NULL,
                               (extract(epoch FROM written_at - noticed_at) * 1000)::bigint
                        FROM provisioning.history
                        WHERE written_at > ? AND NOT jsonb_exists(changes, 'avatar')
                        """)) {
            query.setTimestamp(1, Timestamp.from(since));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(1)) {
                        delays.add(rows.getLong(2));
                    } else {
                        withoutNotice++;
                    }
                }
            }
        }
        return new Delays(delays, withoutNotice);
    }
}
