package com.learnamp.entra.stack.faults;

import com.learnamp.entra.stack.system.StoreReading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Everybody who was deactivated, and when it was read that he had left. */
record Departures(List<Departure> all) {

    /**
     * A replica may be this old: what it says of somebody was true then. Also the time that a
     * request takes.
     */
    private static final Duration OLDEST_READ = Duration.ofSeconds(8);

    private record Departure(String person, Instant read) {}

    static Departures of(StoreReading store) throws SQLException {
        List<Departure> all = new ArrayList<>();
        try (Connection connection = store.stack().connectToStore();
                PreparedStatement find =
                        connection.prepareStatement(
                                "SELECT object_id, coalesce(observed_at, written_at)"
                                        + " FROM provisioning.history"
                                        + " WHERE company_id = ? AND kind = 'deactivated'")) {
            find.setLong(1, store.company());
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    all.add(
                            new Departure(
                                    rows.getString(1),
                                    rows.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return new Departures(all);
    }

    int count() {
        return all.size();
    }

    /** A line for each who was in the group all the time when he was read to be gone. */
    List<String> ofThosePresent(TroubledTenant tenant) {
        return all.stream()
                .filter(departure -> wasPresent(tenant, departure))
                .map(departure ->
                        departure.person()
                                + ": deactivated by a read at "
                                + departure.read()
                                + " while in the group")
                .toList();
    }

    private static boolean wasPresent(TroubledTenant tenant, Departure departure) {
        return tenant.presences(departure.person()).stream()
                .anyMatch(presence ->
                        presence.covers(departure.read().minus(OLDEST_READ), departure.read()));
    }
}
