package com.learnamp.entra.writer.guard;

import com.learnamp.entra.writer.company.CompanyTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A company's limits and its grace period.
 *
 * @param grace how long somebody stays active after he has left; zero: not at all
 * @param limitPercent of the active people; null: the number alone counts
 * @param limitPeople null: the share alone counts; both null: there is no limit
 * @param window over which it is counted
 */
record GuardSettings(
        Duration grace,
        @Nullable Integer limitPercent,
        @Nullable Integer limitPeople,
        Duration window) {

    /** Lets everybody through. */
    static final GuardSettings NO_GUARD =
            new GuardSettings(Duration.ZERO, null, null, Duration.ofHours(24));

    private static final String SETTINGS =
            """
            SELECT grace_hours, limit_percent, limit_people, window_hours
            FROM provisioning.guard_in_force WHERE company_id = ?
            """;

    static GuardSettings of(CompanyTransaction transaction) throws SQLException {
        return transaction
                .query(SETTINGS, GuardSettings::settings, transaction.company())
                .getFirst();
    }

    private static GuardSettings settings(ResultSet row) throws SQLException {
        return new GuardSettings(
                Duration.ofHours(row.getLong("grace_hours")),
                row.getObject("limit_percent", Integer.class),
                row.getObject("limit_people", Integer.class),
                Duration.ofHours(row.getLong("window_hours")));
    }

    boolean limits() {
        return limitPercent != null || limitPeople != null;
    }

    /** As many as are let through however small the company is. */
    long atLeast() {
        return Objects.requireNonNullElse(limitPeople, 0);
    }

    /** The greater of the share and the number. */
    long most(long activePeople) {
        long share = limitPercent == null ? 0 : Math.floorDiv(activePeople * limitPercent, 100L);
        return Math.max(share, atLeast());
    }
}
