package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.fetcher.graph.Cost;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import com.learnamp.entra.graph.GraphException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code directory.listings}: each run's row, from the request to its end. The console reads it.
 */
@ApplicationScoped
public class Listings {

    private static final String QUEUE =
            """
            INSERT INTO directory.listings
                (run_id, company_id, tenant_id, group_id, revision, trigger, state, requested_at)
            VALUES (?, ?, ?, ?, ?, ?, 'queued', ?)
            ON CONFLICT DO NOTHING
            """;

    // Another change while one waits: the listing that waits serves both, and soon.
    private static final String QUEUE_GROUP_CHANGE =
            """
            INSERT INTO directory.listings AS l
                (run_id, company_id, tenant_id, group_id, revision, trigger, state, requested_at, not_before)
            VALUES (?, ?, ?, ?, ?, 'group_change', 'queued', ?, ?)
            ON CONFLICT (company_id) WHERE state = 'queued' AND trigger = 'group_change' DO UPDATE
                SET not_before = least(l.not_before, excluded.not_before), second_look = false,
                    revision = greatest(l.revision, excluded.revision), group_id = excluded.group_id,
                    tenant_id = excluded.tenant_id
            """;

    private static final String QUEUE_SECOND_LOOK =
            """
            INSERT INTO directory.listings
                (run_id, company_id, tenant_id, group_id, revision, trigger, state, requested_at, not_before, second_look)
            SELECT ?, l.company_id, l.tenant_id, l.group_id, l.revision, l.trigger, 'queued', ?, ?, true
            FROM directory.listings l
            WHERE l.run_id = ? AND l.trigger = 'group_change' AND NOT l.second_look
            ON CONFLICT DO NOTHING
            """;

    // One more, unless it is one itself: a Graph that goes on contradicting itself is not asked for
    // ever.
    private static final String QUEUE_AFTER_MISSED =
            """
            INSERT INTO directory.listings
                (run_id, company_id, tenant_id, group_id, revision, trigger, state, requested_at, not_before)
            SELECT ?, l.company_id, l.tenant_id, l.group_id, l.revision, 'group_change', 'queued', ?, ?
            FROM directory.listings l WHERE l.run_id = ? AND l.trigger <> 'group_change'
            ON CONFLICT DO NOTHING
            """;

    private static final String NEXT =
            """
            SELECT run_id, company_id, tenant_id, group_id, revision, newest_revision, trigger, requested_at,
                   first_epoch, first_counter, stage, checkpoint, people, people_expected, stage_pages, restarts,
                   attempts
            FROM (SELECT DISTINCT ON (company_id) *,
                         max(revision) OVER (PARTITION BY company_id) AS newest_revision
                  FROM directory.listings
                  WHERE tenant_id = ? AND state IN ('queued', 'listing', 'checking_leavers')
                    AND coalesce(not_before, '-infinity') <= ?
                    AND NOT learnamp.is_paused(company_id, 'reads', 'bulk')
                  ORDER BY company_id, revision, state = 'queued', requested_at) AS of_companies
            WHERE coalesce(waits_until, '-infinity') <= ? OR revision < newest_revision
            ORDER BY stepped_at NULLS FIRST, requested_at LIMIT 1
            """;

    private static final String BEGIN =
            """
            UPDATE directory.listings l
            SET state = 'listing', started_at = coalesce(started_at, ?), first_epoch = ?, first_counter = ?,
                missed = 0, stage = 'scope', by_delta = false, checkpoint = NULL, people = 0, group_name = coalesce(?, group_name),
                requests = requests + ?, resource_units = resource_units + ?, stage_pages = 0,
                people_expected = (SELECT b.people FROM directory.listings b
                    WHERE b.company_id = l.company_id AND b.group_id = l.group_id AND b.state = 'complete'
                    ORDER BY b.ended_at DESC LIMIT 1)
            WHERE run_id = ?
            """;

    private static final String ADVANCE =
            """
            UPDATE directory.listings
            SET stage_pages = CASE WHEN stage = ? THEN stage_pages + ? ELSE 0 END,
                stage = ?, checkpoint = ?, pages = pages + ?, people = people + ?, requests = requests + ?,
                resource_units = resource_units + ?, stepped_at = clock_timestamp(),
                state = CASE WHEN ? IN ('leavers', 'end') THEN 'checking_leavers' ELSE 'listing' END,
                people_expected = CASE WHEN people + ? > people_expected THEN people + ? ELSE people_expected END,
                waits_until = NULL, attempts = 0
            WHERE run_id = ?
            """;

    private static final String WAIT =
            "UPDATE directory.listings SET waits_until = ?, attempts = attempts + 1,"
                    + " requests = requests + ?, resource_units = resource_units + ? WHERE run_id = ?";

    private static final String END =
            """
            UPDATE directory.listings
            SET state = ?, ended_at = ?, failure_category = ?, failure_message = ?, waits_until = NULL,
                checkpoint = NULL, requests = requests + ?, resource_units = resource_units + ?,
                first_epoch = coalesce(first_epoch, ?), first_counter = coalesce(first_counter, ?)
            WHERE run_id = ?
            """;

    private static final String OPEN_TENANTS =
            "SELECT DISTINCT tenant_id FROM directory.listings"
                    + " WHERE state IN ('queued', 'listing', 'checking_leavers')";

    private static final String OPEN =
            "SELECT EXISTS (SELECT FROM directory.listings WHERE tenant_id = ?"
                    + " AND state IN ('queued', 'listing', 'checking_leavers'))";

    private static final String DUE_TENANTS =
            """
            SELECT DISTINCT tenant_id FROM directory.listings
            WHERE tenant_id = ANY (?) AND state IN ('queued', 'listing', 'checking_leavers')
              AND coalesce(waits_until, '-infinity') <= ? AND coalesce(not_before, '-infinity') <= ?
            """;

    private static final String LAST_ENDED =
            """
            SELECT people, coalesce(failure_category, ''), resource_units FROM directory.listings
            WHERE company_id = ? AND group_id = ? AND state = ANY (?) AND (state = 'failed' OR NOT by_delta)
            ORDER BY ended_at DESC LIMIT 1
            """;

    /** A request is written down once, however often it comes. */
    public void queue(
            Connection connection, SyncRequest.FullSync request, IntegrationSettings settings)
            throws SQLException {
        try (PreparedStatement queue = connection.prepareStatement(QUEUE)) {
            queue.setObject(1, request.run().value());
            queue.setLong(2, settings.company().value());
            queue.setObject(3, settings.tenant().value());
            queue.setObject(4, settings.group().value());
            queue.setLong(5, request.revision());
            queue.setString(6, lower(request.trigger()));
            queue.setObject(7, request.requestedAt().atOffset(ZoneOffset.UTC));
            queue.executeUpdate();
        }
    }

    /** A changed group is listed soon; changes until then make one listing. */
    public void queueGroupChange(
            Connection connection, IntegrationSettings settings, Instant now, Instant notBefore)
            throws SQLException {
        try (PreparedStatement queue = connection.prepareStatement(QUEUE_GROUP_CHANGE)) {
            queue.setObject(1, UUID.randomUUID());
            queue.setLong(2, settings.company().value());
            queue.setObject(3, settings.tenant().value());
            queue.setObject(4, settings.group().value());
            queue.setLong(5, settings.revision());
            queue.setObject(6, now.atOffset(ZoneOffset.UTC));
            queue.setObject(7, notBefore.atOffset(ZoneOffset.UTC));
            queue.executeUpdate();
        }
    }

    /**
     * After a run about a changed group: its pages may have come from a replica that did not know
     * of the change yet, and what they show of others is no proof that it did.
     */
    public void queueSecondLook(
            Connection connection, SyncRunId run, Instant now, Instant notBefore)
            throws SQLException {
        queueAfter(connection, QUEUE_SECOND_LOOK, run, now, notBefore);
    }

    /** After a run that has not shown everybody. */
    public void queueAfterMissed(
            Connection connection, SyncRunId run, Instant now, Instant notBefore)
            throws SQLException {
        queueAfter(connection, QUEUE_AFTER_MISSED, run, now, notBefore);
    }

    private static void queueAfter(
            Connection connection, String statement, SyncRunId run, Instant now, Instant notBefore)
            throws SQLException {
        try (PreparedStatement queue = connection.prepareStatement(statement)) {
            queue.setObject(1, UUID.randomUUID());
            queue.setObject(2, now.atOffset(ZoneOffset.UTC));
            queue.setObject(3, notBefore.atOffset(ZoneOffset.UTC));
            queue.setObject(4, run.value());
            queue.executeUpdate();
        }
    }

    /** So many people are in scope, as the second look at them tells, whom it has not shown. */
    public void missed(Connection connection, SyncRunId run, int people) throws SQLException {
        try (PreparedStatement missed =
                connection.prepareStatement(
                        "UPDATE directory.listings SET missed = missed + ? WHERE run_id = ?")) {
            missed.setInt(1, people);
            missed.setObject(2, run.value());
            missed.executeUpdate();
        }
    }

    public boolean hasMissed(Connection connection, SyncRunId run) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT missed > 0 FROM directory.listings WHERE run_id = ?")) {
            find.setObject(1, run.value());
            try (ResultSet row = find.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * The one to work on: of each company one under way, else the oldest that may begin; the
     * companies of a tenant take turns. One that newer settings have overtaken comes first, even
     * where it waits: nothing is left of it but its end.
     */
    public Optional<Listing> next(Connection connection, EntraTenantId tenant, Instant now)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(NEXT)) {
            find.setObject(1, tenant.value());
            find.setObject(2, now.atOffset(ZoneOffset.UTC));
            find.setObject(3, now.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? Optional.of(listing(rows)) : Optional.empty();
            }
        }
    }

    /** Begins it, or begins it anew. */
    public void begin(Connection connection, SyncRunId run, RunBegin beginning)
            throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, beginning.at().atOffset(ZoneOffset.UTC));
            begin.setLong(2, beginning.first().epoch());
            begin.setLong(3, beginning.first().counter());
            begin.setString(4, beginning.groupName());
            begin.setLong(5, beginning.cost().requests());
            begin.setLong(6, beginning.cost().resourceUnits());
            begin.setObject(7, run.value());
            begin.executeUpdate();
        }
    }

    public void advance(Connection connection, SyncRunId run, Progress made) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setString(1, lower(made.stage()));
            advance.setInt(2, made.pages());
            advance.setString(3, lower(made.stage()));
            advance.setString(4, made.checkpoint());
            advance.setInt(5, made.pages());
            advance.setInt(6, made.people());
            advance.setLong(7, made.cost().requests());
            advance.setLong(8, made.cost().resourceUnits());
            advance.setString(9, lower(made.stage()));
            advance.setInt(10, made.people());
            advance.setInt(11, made.people());
            advance.setObject(12, run.value());
            advance.executeUpdate();
        }
    }

    /** How many people it will publish, as far as is known. */
    public void expect(Connection connection, SyncRunId run, long people) throws SQLException {
        try (PreparedStatement expect =
                connection.prepareStatement(
                        "UPDATE directory.listings SET people_expected = ? WHERE run_id = ?")) {
            expect.setLong(1, people);
            expect.setObject(2, run.value());
            expect.executeUpdate();
        }
    }

    public void restarted(Connection connection, SyncRunId run) throws SQLException {
        try (PreparedStatement restarted =
                connection.prepareStatement(
                        "UPDATE directory.listings SET restarts = restarts + 1 WHERE run_id = ?")) {
            restarted.setObject(1, run.value());
            restarted.executeUpdate();
        }
    }

    /** Bad weather: not before that time. */
    public void await(Connection connection, SyncRunId run, Instant until, Cost cost)
            throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
            wait.setObject(1, until.atOffset(ZoneOffset.UTC));
            wait.setLong(2, cost.requests());
            wait.setLong(3, cost.resourceUnits());
            wait.setObject(4, run.value());
            wait.executeUpdate();
        }
    }

    public void end(
            Connection connection, SyncRunId run, RunEnd end, Version first, Instant now, Cost cost)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, end.state());
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setString(3, end.category());
            update.setString(4, end.message());
            update.setLong(5, cost.requests());
            update.setLong(6, cost.resourceUnits());
            update.setLong(7, first.epoch());
            update.setLong(8, first.counter());
            update.setObject(9, run.value());
            update.executeUpdate();
        }
    }

    /** Tenants with a run that has not ended, even where no company is active any more. */
    public List<EntraTenantId> openTenants(Connection connection) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(OPEN_TENANTS)) {
            return tenants(find);
        }
    }

    /** Those of the tenants that have a run to work on now. */
    public List<EntraTenantId> dueTenants(
            Connection connection, Collection<EntraTenantId> owned, Instant now)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(DUE_TENANTS)) {
            new ArrayColumns<>(connection, find, owned).bind(1, "uuid", EntraTenantId::value);
            find.setObject(2, now.atOffset(ZoneOffset.UTC));
            find.setObject(3, now.atOffset(ZoneOffset.UTC));
            return tenants(find);
        }
    }

    /** How many people the group had when it was last listed to its end. */
    public Optional<Long> lastComplete(
            Connection connection, CompanyId company, EntraObjectId group) throws SQLException {
        return ofLastComplete(connection, company, group, 1);
    }

    /** What it has cost then. */
    public Optional<Long> unitsOfLastComplete(
            Connection connection, CompanyId company, EntraObjectId group) throws SQLException {
        return ofLastComplete(connection, company, group, 3);
    }

    private static Optional<Long> ofLastComplete(
            Connection connection, CompanyId company, EntraObjectId group, int column)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(LAST_ENDED)) {
            find.setLong(1, company.value());
            find.setObject(2, group.value());
            find.setArray(3, connection.createArrayOf("text", new Object[] {"complete"}));
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(column)) : Optional.empty();
            }
        }
    }

    /**
     * Whether the last run failed by something that passes or can be mended, and no other has been
     * asked for since. What the settings are to blame for waits for other settings.
     */
    public boolean wasEndedByTrouble(Connection connection, IntegrationSettings settings)
            throws SQLException {
        if (isOpen(connection, settings.tenant())) {
            return false;
        }
        return lastFailure(connection, settings.company(), settings.group())
                .filter(category -> !category.equals(GraphException.Category.REFUSED.name()))
                .isPresent();
    }

    /** Whether a listing of a company of the tenant waits or is under way. */
    public boolean isOpen(Connection connection, EntraTenantId tenant) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(OPEN)) {
            find.setObject(1, tenant.value());
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** What the last run failed with; empty if it did not fail. */
    public Optional<String> lastFailure(
            Connection connection, CompanyId company, EntraObjectId group) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(LAST_ENDED)) {
            find.setLong(1, company.value());
            find.setObject(2, group.value());
            find.setArray(3, connection.createArrayOf("text", new Object[] {"complete", "failed"}));
            try (ResultSet rows = find.executeQuery()) {
                return rows.next()
                        ? Optional.of(rows.getString(2)).filter(category -> !category.isEmpty())
                        : Optional.empty();
            }
        }
    }

    private static List<EntraTenantId> tenants(PreparedStatement find) throws SQLException {
        List<EntraTenantId> tenants = new ArrayList<>();
        try (ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                tenants.add(new EntraTenantId(rows.getObject(1, UUID.class)));
            }
        }
        return tenants;
    }

    private static Listing listing(ResultSet row) throws SQLException {
        long epoch = row.getLong("first_epoch");
        Version first = row.wasNull() ? null : new Version(epoch, row.getLong("first_counter"));
        return new Listing(
                new SyncRunId(row.getObject("run_id", UUID.class)),
                new CompanyId(row.getLong("company_id")),
                new EntraTenantId(row.getObject("tenant_id", UUID.class)),
                new EntraObjectId(row.getObject("group_id", UUID.class)),
                row.getLong("revision"),
                row.getLong("newest_revision"),
                RunTrigger.valueOf(upper(row.getString("trigger"))),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                first,
                Stage.valueOf(upper(row.getString("stage"))),
                row.getString("checkpoint"),
                row.getLong("people"),
                row.getLong("people_expected"),
                row.getLong("stage_pages"),
                row.getInt("restarts"),
                row.getInt("attempts"));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
