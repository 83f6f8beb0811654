package com.learnamp.entra.console.overview;

import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.UserStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everybody, by status, as a bar in parts.
 *
 * @param followed active people whom Entra has, too
 * @param own active people whom only Learn Amp has
 */
record PeopleByStatus(long followed, long own, List<Part> parts) {

    /**
     * A part of the bar.
     *
     * @param x where it begins, in per cent; likewise its width
     */
    record Part(String status, String style, long count, String x, String width) {}

    private static final String COUNTS =
            """
            SELECT a.status, a.people, coalesce(f.people, 0) AS followed
            FROM (SELECT u.status, count(*) AS people FROM learnamp.users u GROUP BY u.status) a
            LEFT JOIN (SELECT u.status, count(*) AS people FROM learnamp.users u
                       WHERE u.integration_external_id IS NOT NULL GROUP BY u.status) f USING (status)
            """;

    static PeopleByStatus read(StoreTransaction transaction) throws SQLException {
        Map<UserStatus, Long> people = new EnumMap<>(UserStatus.class);
        long[] active = {0, 0};
        transaction.query(
                COUNTS,
                row -> {
                    UserStatus status = UserStatus.ofCode(row.text("status")).orElseThrow();
                    people.put(status, row.number("people"));
                    if (status != UserStatus.DEACTIVATED) {
                        active[0] += row.number("followed");
                        active[1] += row.number("people") - row.number("followed");
                    }
                    return status;
                });
        return new PeopleByStatus(active[0], active[1], parts(people));
    }

    private static List<Part> parts(Map<UserStatus, Long> people) {
        long all = Math.max(1, people.values().stream().mapToLong(Long::longValue).sum());
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (UserStatus status :
                List.of(
                        UserStatus.CONFIRMED,
                        UserStatus.INVITE_PENDING,
                        UserStatus.INVITE_SCHEDULED,
                        UserStatus.NOT_INVITED,
                        UserStatus.DEACTIVATED)) {
            long count = people.getOrDefault(status, 0L);
            if (count > 0) {
                double width = 100.0 * count / all;
                parts.add(
                        new Part(status.code(), style(status), count, percent(x), percent(width)));
                x += width;
            }
        }
        return parts;
    }

    private static String style(UserStatus status) {
        return switch (status) {
            case CONFIRMED -> "s-confirmed";
            case INVITE_PENDING -> "s-pending";
            case INVITE_SCHEDULED -> "s-scheduled";
            case NOT_INVITED -> "s-new";
            case DEACTIVATED -> "s-gone";
        };
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
