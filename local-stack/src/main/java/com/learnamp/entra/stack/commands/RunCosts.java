package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.options.StackProblem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The bills of a company's runs, and the clock that makes the next daily one due. */
final class RunCosts implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String COST =
            """
            SELECT requests, resource_units, state FROM directory.listings
            WHERE company_id = ? AND trigger = ? AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1
            """;

    private static final String DEACTIVATED =
            "SELECT count(*) FROM learnamp.users WHERE company_id = ? AND status = 'deactivated'";

    private static final String OUT_OF_SCOPE =
            "SELECT count(*) FROM provisioning.ledger WHERE company_id = ? AND state = 'out_of_scope'";

    private final Connection store;
    private final long company;

    private RunCosts(Connection store, long company) {
        this.store = store;
        this.company = company;
    }

    static RunCosts of(String jdbcUrl, long company) throws SQLException {
        return new RunCosts(DriverManager.getConnection(jdbcUrl, "postgres", "postgres"), company);
    }

    /** Of the newest run of that kind. */
    GraphCost ended(String trigger) throws SQLException {
        return find(trigger)
                .orElseThrow(() ->
                        new StackProblem(
                                "There is no "
                                        + trigger
                                        + " sync to look at: measure a fresh stack, by ./dev cost"
                                        + " --people N"));
    }

    /** As if everything had happened a day ago: the next daily sync is due. */
    void letADayPass() throws SQLException {
        update("UPDATE directory.delta_links SET made_at = made_at - interval '1 day'");
        update("UPDATE provisioning.integrations SET next_full_at = now() WHERE status = 'active'");
    }

    GraphCost awaitDaily() throws SQLException {
        long start = System.nanoTime();
        Optional<GraphCost> cost = find("schedule");
        while (cost.isEmpty()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new StackProblem(
                        "The daily sync has not ended: see ./dev logs graph-fetcher");
            }
            pause();
            cost = find("schedule");
        }
        return cost.get();
    }

    /** How many people of the company are deactivated. */
    long deactivated() throws SQLException {
        return count(DEACTIVATED);
    }

    /** Of how many people the writer knows that they have left the group. */
    long outOfScope() throws SQLException {
        return count(OUT_OF_SCOPE);
    }

    /** In bytes, with its indexes. */
    long databaseSize() throws SQLException {
        return number("SELECT pg_database_size(current_database())");
    }

    private long count(String counting) throws SQLException {
        return number(counting, company);
    }

    private long number(String counting, Long... parameters) throws SQLException {
        try (PreparedStatement query = store.prepareStatement(counting)) {
            for (int index = 0; index < parameters.length; index++) {
                query.setLong(index + 1, parameters[index]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Optional<GraphCost> find(String trigger) throws SQLException {
        try (PreparedStatement query = store.prepareStatement(COST)) {
            query.setLong(1, company);
            query.setString(2, trigger);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(3).equals("complete")) {
                    throw new StackProblem("The " + trigger + " sync is " + row.getString(3));
                }
                return Optional.of(new GraphCost(row.getLong(1), row.getLong(2)));
            }
        }
    }

    private void update(String statement) throws SQLException {
        try (PreparedStatement update = store.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
