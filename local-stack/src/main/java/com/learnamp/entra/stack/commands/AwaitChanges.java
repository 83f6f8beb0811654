package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.options.StackProblem;
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

/** Waits until a change of each company is in the store. */
final class AwaitChanges {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLISECONDS = 250;

    private static final String FIRST_OF_EACH =
            """
            SELECT DISTINCT ON (company_id) cause = 'notification' AND noticed_at IS NOT NULL,
                   (extract(epoch FROM written_at - noticed_at) * 1000)::bigint
            FROM provisioning.history
            WHERE written_at > ? AND company_id = ANY (?) AND NOT jsonb_exists(changes, 'avatar')
            ORDER BY company_id, written_at
            """;

    private AwaitChanges() {}

    /**
     * @return of the first change of each company
     * @throws StackProblem if one has none in time
     */
    static Delays ofEach(String jdbcUrl, Instant since, List<SmallCompany> companies)
            throws SQLException {
        Long[] ids = companies.stream().map(SmallCompany::id).toArray(Long[]::new);
        long start = System.nanoTime();
        try (Connection store = DriverManager.getConnection(jdbcUrl, "postgres", "postgres")) {
            while (true) {
                Delays delays = read(store, since, ids);
                int written = delays.milliseconds().size() + delays.withoutNotice();
                if (written == ids.length) {
                    return delays;
                }
                if (System.nanoTime() - start > LONGEST.toNanos()) {
                    throw new StackProblem(
                            "%d of %d changes are not in the store after %d minutes: see ./dev logs"
                                    .formatted(
                                            ids.length - written, ids.length, LONGEST.toMinutes()));
                }
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    private static Delays read(Connection store, Instant since, Long[] companies)
            throws SQLException {
        List<Long> delays = new ArrayList<>();
        int withoutNotice = 0;
        try (PreparedStatement query = store.prepareStatement(FIRST_OF_EACH)) {
            query.setTimestamp(1, Timestamp.from(since));
            query.setArray(2, store.createArrayOf("bigint", companies));
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
