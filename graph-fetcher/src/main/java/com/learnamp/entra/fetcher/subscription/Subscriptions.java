package com.learnamp.entra.fetcher.subscription;

import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.fetcher.lease.ArrayColumns;
import com.learnamp.entra.graph.GraphException;
import com.learnamp.entra.graph.GraphSubscription;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code directory.subscriptions}. */
@ApplicationScoped
public class Subscriptions {

    private static final String FIND =
            """
            SELECT subscription_id, notification_url, renew_at, verified_at, failures, next_attempt_at
            FROM directory.subscriptions WHERE tenant_id = ? AND resource = ?
            """;

    private static final String STANDS =
            """
            INSERT INTO directory.subscriptions AS s
                (tenant_id, resource, subscription_id, notification_url, expires_at, renew_at, verified_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, resource) DO UPDATE
                SET subscription_id = excluded.subscription_id, notification_url = excluded.notification_url,
                    expires_at = excluded.expires_at, renew_at = excluded.renew_at,
                    verified_at = excluded.verified_at, failures = 0, next_attempt_at = NULL,
                    failure_category = NULL, failure_message = NULL
            """;

    private static final String FAILED =
            """
            INSERT INTO directory.subscriptions AS s
                (tenant_id, resource, failures, next_attempt_at, failure_category, failure_message)
            VALUES (?, ?, 1, ?, ?, ?)
            ON CONFLICT (tenant_id, resource) DO UPDATE
                SET subscription_id = NULL, failures = s.failures + 1, next_attempt_at = excluded.next_attempt_at,
                    failure_category = excluded.failure_category, failure_message = excluded.failure_message
            """;

    private static final String RENEW_AT_ONCE =
            "UPDATE directory.subscriptions SET renew_at = ?"
                    + " WHERE tenant_id = ? AND subscription_id = ?";

    // What passes by itself is nothing to be told, unless it does not pass.
    private static final String LASTING =
            """
            SELECT failure_message FROM directory.subscriptions
            WHERE tenant_id = ? AND resource = ? AND subscription_id IS NULL AND failure_message IS NOT NULL
              AND (failure_category NOT IN ('THROTTLED', 'UNAVAILABLE') OR failures > 3)
            """;

    private static final String DUE_TENANTS =
            "SELECT DISTINCT tenant_id FROM directory.subscriptions"
                    + " WHERE tenant_id = ANY (?) AND subscription_id IS NOT NULL AND renew_at <= ?";

    private static final String BY_DAYS_LEFT =
            """
            SELECT CASE WHEN subscription_id IS NULL THEN 'none' WHEN expires_at <= ? THEN 'expired'
                        WHEN expires_at <= ?::timestamptz + interval '1 day' THEN 'one'
                        WHEN expires_at <= ?::timestamptz + interval '3 days' THEN 'three' ELSE 'more' END AS days,
                   count(*) AS subscriptions
            FROM directory.subscriptions GROUP BY days
            """;

    /** In how many days they run out at the latest, in words, of all tenants. */
    public static final List<String> DAYS_LEFT = List.of("none", "expired", "one", "three", "more");

    /** How many there are of each of {@link #DAYS_LEFT}. */
    public Map<String, Long> byDaysLeft(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(BY_DAYS_LEFT)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                count.setObject(parameter, now.atOffset(ZoneOffset.UTC));
            }
            Map<String, Long> counts = new HashMap<>();
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString("days"), rows.getLong("subscriptions"));
                }
            }
            return counts;
        }
    }

    /** Graph wants it renewed; any process may write that down. */
    public int renewAtOnce(
            Connection connection, EntraTenantId tenant, UUID subscription, Instant now)
            throws SQLException {
        try (PreparedStatement renew = connection.prepareStatement(RENEW_AT_ONCE)) {
            renew.setObject(1, now.atOffset(ZoneOffset.UTC));
            renew.setObject(2, tenant.value());
            renew.setString(3, subscription.toString());
            return renew.executeUpdate();
        }
    }

    /** Tenants for which Graph still calls, or was asked to. */
    public List<EntraTenantId> tenants(Connection connection) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT DISTINCT tenant_id FROM directory.subscriptions")) {
            return tenants(find);
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

    /** Whether each of them was asked for, with success or not: from then on nothing is missed. */
    public boolean wereTried(Connection connection, EntraTenantId tenant) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement(
                        "SELECT count(*) FROM directory.subscriptions WHERE tenant_id = ?")) {
            count.setObject(1, tenant.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) == Resource.values().length;
            }
        }
    }

    /** Whether Graph calls when a user changes. */
    public boolean usersCall(Connection connection, EntraTenantId tenant) throws SQLException {
        return find(connection, tenant, Resource.USERS) instanceof SubscriptionState.Standing;
    }

    /** Whether Graph calls when a group changes, or its members. */
    public boolean groupsCall(Connection connection, EntraTenantId tenant) throws SQLException {
        return find(connection, tenant, Resource.GROUPS) instanceof SubscriptionState.Standing;
    }

    /** Why there is none, and since then there has been none. */
    Optional<String> lasting(Connection connection, EntraTenantId tenant, Resource resource)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(LASTING)) {
            find.setObject(1, tenant.value());
            find.setString(2, resource.text());
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Those of the tenants that have one to be renewed now. */
    public List<EntraTenantId> dueTenants(
            Connection connection, Collection<EntraTenantId> tenants, Instant now)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(DUE_TENANTS)) {
            new ArrayColumns<>(connection, find, tenants).bind(1, "uuid", EntraTenantId::value);
            find.setObject(2, now.atOffset(ZoneOffset.UTC));
            return tenants(find);
        }
    }

    SubscriptionState find(Connection connection, EntraTenantId tenant, Resource resource)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, tenant.value());
            find.setString(2, resource.text());
            try (ResultSet rows = find.executeQuery()) {
                return rows.next() ? state(rows) : new SubscriptionState.None();
            }
        }
    }

    void stands(Connection connection, Wanted wanted, GraphSubscription found, Instant now)
            throws SQLException {
        try (PreparedStatement stands = connection.prepareStatement(STANDS)) {
            stands.setObject(1, wanted.tenant().value());
            stands.setString(2, wanted.resource().text());
            stands.setString(3, found.id());
            stands.setString(4, wanted.notificationUrl().toString());
            stands.setObject(5, found.expiration().atOffset(ZoneOffset.UTC));
            stands.setObject(6, halfLife(found, now).atOffset(ZoneOffset.UTC));
            stands.setObject(7, now.atOffset(ZoneOffset.UTC));
            stands.executeUpdate();
        }
    }

    void verified(Connection connection, Wanted wanted, Instant now) throws SQLException {
        try (PreparedStatement verified =
                connection.prepareStatement(
                        "UPDATE directory.subscriptions SET verified_at = ?"
                                + " WHERE tenant_id = ? AND resource = ?")) {
            verified.setObject(1, now.atOffset(ZoneOffset.UTC));
            verified.setObject(2, wanted.tenant().value());
            verified.setString(3, wanted.resource().text());
            verified.executeUpdate();
        }
    }

    void failed(Connection connection, Wanted wanted, GraphException failure, Instant nextAttempt)
            throws SQLException {
        try (PreparedStatement failed = connection.prepareStatement(FAILED)) {
            failed.setObject(1, wanted.tenant().value());
            failed.setString(2, wanted.resource().text());
            failed.setObject(3, nextAttempt.atOffset(ZoneOffset.UTC));
            failed.setString(4, failure.category().name());
            failed.setString(5, failure.getMessage());
            failed.executeUpdate();
        }
    }

    void forget(Connection connection, EntraTenantId tenant) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM directory.subscriptions WHERE tenant_id = ?")) {
            forget.setObject(1, tenant.value());
            forget.executeUpdate();
        }
    }

    private static Instant halfLife(GraphSubscription found, Instant now) {
        return now.plusMillis((found.expiration().toEpochMilli() - now.toEpochMilli()) / 2);
    }

    private static SubscriptionState state(ResultSet row) throws SQLException {
        @Nullable String id = row.getString(1);
        @Nullable OffsetDateTime nextAttempt = row.getObject(6, OffsetDateTime.class);
        if (id != null) {
            return new SubscriptionState.Standing(
                    id,
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }
        return nextAttempt == null
                ? new SubscriptionState.None()
                : new SubscriptionState.Failing(row.getInt(5), nextAttempt.toInstant());
    }
}
