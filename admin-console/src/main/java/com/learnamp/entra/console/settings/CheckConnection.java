package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks graph-fetcher whether a tenant and a group can be read.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>an admin or a program asks</td></tr>
 * <tr><td>out</td><td>{@code provisioning.check_requests}; {@code entra.sync-requests.v1} by the
 *     outbox</td></tr>
 * <tr><td>state</td><td>the request; its answer is a row of {@code directory.connection_checks}</td></tr>
 * <tr><td>duplicates</td><td>each check has an id of its own</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>is an answer</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was asked</td></tr>
 * </table>
 */
@ApplicationScoped
public class CheckConnection {

    private static final String ASK =
            """
            INSERT INTO provisioning.check_requests (
                check_id, company_id, tenant_sealed, tenant_hash, group_id, requested_by, requested_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHECK =
            """
            SELECT r.check_id, r.tenant_sealed, r.group_id, r.requested_at,
                   c.outcome, c.message, c.group_name, c.tenant_name, c.checked_at
            FROM provisioning.check_requests r LEFT JOIN directory.connection_checks c ON c.check_id = r.check_id
            """;

    private final CompanyScope scope;
    private final Clock clock;

    CheckConnection(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param tenant empty: the saved one. Another one only for operations: a tenant that consented
     *     answers to every company
     * @param group empty: the saved one
     * @throws com.learnamp.entra.console.input.InvalidInput if one is missing, or not the author's
     */
    public ConnectionCheck ask(
            CompanyId company,
            Optional<EntraTenantId> tenant,
            Optional<EntraObjectId> group,
            Author author) {
        return scope.locked(
                company,
                transaction -> {
                    Integration stored = IntegrationRows.read(transaction);
                    return ask(
                            transaction,
                            company,
                            tenant.or(() -> Optional.ofNullable(stored.tenant())),
                            group.or(() -> Optional.ofNullable(stored.group())),
                            stored,
                            author);
                });
    }

    /** Of the transaction's company. */
    public static Optional<ConnectionCheck> find(StoreTransaction transaction, UUID id)
            throws SQLException {
        return transaction.first(CHECK + "WHERE r.check_id = ?", CheckConnection::check, id);
    }

    /** The one that was asked last. */
    public static Optional<ConnectionCheck> latest(StoreTransaction transaction)
            throws SQLException {
        return transaction.first(
                CHECK + "ORDER BY r.requested_at DESC LIMIT 1", CheckConnection::check);
    }

    private ConnectionCheck ask(
            StoreTransaction transaction,
            CompanyId company,
            Optional<EntraTenantId> tenant,
            Optional<EntraObjectId> group,
            Integration stored,
            Author author)
            throws SQLException {
        FieldProblems problems = new FieldProblems();
        if (tenant.isEmpty()) {
            problems.add(SettingsChange.TENANT_ID, FieldProblem.MISSING);
        } else if (!author.operations() && !tenant.get().equals(stored.tenant())) {
            problems.add(SettingsChange.TENANT_ID, FieldProblem.ONLY_OPERATIONS);
        }
        if (group.isEmpty()) {
            problems.add(SettingsChange.GROUP_ID, FieldProblem.MISSING);
        }
        problems.refuseAny();
        ConnectionCheck check =
                new ConnectionCheck(
                        UUID.randomUUID(),
                        tenant.orElseThrow(),
                        group.orElseThrow(),
                        clock.instant(),
                        null);
        write(transaction, company, check, author);
        return check;
    }

    private static void write(
            StoreTransaction transaction, CompanyId company, ConnectionCheck check, Author author)
            throws SQLException {
        transaction.update(
                ASK,
                check.id(),
                company.value(),
                transaction.sealed(check.tenant()),
                transaction.hash(check.tenant()),
                check.group().value(),
                author.name(),
                check.requestedAt());
        Outbox.add(
                transaction,
                company,
                Topic.SYNC_REQUESTS,
                new SyncRequest.CheckConnection(
                        company, check.id(), check.tenant(), check.group(), check.requestedAt()));
    }

    private static ConnectionCheck check(StoredRow row) throws SQLException {
        return new ConnectionCheck(
                row.uuid("check_id"),
                row.tenant("tenant_sealed").orElseThrow(),
                new EntraObjectId(row.uuid("group_id")),
                row.instant("requested_at"),
                answer(row));
    }

    private static ConnectionCheck.@Nullable Answer answer(StoredRow row) throws SQLException {
        @Nullable String outcome = row.maybeText("outcome");
        @Nullable Instant checkedAt = row.maybeInstant("checked_at");
        return outcome == null
                ? null
                : new ConnectionCheck.Answer(
                        ConnectionCheck.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                        row.text("message"),
                        row.maybeText("group_name"),
                        row.maybeText("tenant_name"),
                        Objects.requireNonNull(checkedAt));
    }
}
