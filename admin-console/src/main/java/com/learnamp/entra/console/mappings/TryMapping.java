package com.learnamp.entra.console.mappings;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.console.settings.SettingsChange;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.SyncRequest.ReadSample;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Tries a mapping on some people before it is saved: graph-fetcher reads them, and the mapping is
 * applied as user-mapper would.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>an admin or a program tries a mapping</td></tr>
 * <tr><td>out</td><td>{@code provisioning.mapping_trials}; {@code entra.sync-requests.v1} by the
 *     outbox</td></tr>
 * <tr><td>state</td><td>the trial, for an hour; its people are a row of {@code directory.samples}</td></tr>
 * <tr><td>duplicates</td><td>each trial has an id of its own</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>is the answer</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was asked</td></tr>
 * </table>
 */
@ApplicationScoped
class TryMapping {

    private static final Duration KEPT = Duration.ofHours(1);

    private static final String FORGET =
            "DELETE FROM provisioning.mapping_trials WHERE requested_at < ?";

    private static final String ASK =
            """
            INSERT INTO provisioning.mapping_trials (trial_id, company_id, mapping, requested_by, requested_at)
            VALUES (?, ?, ?::jsonb, ?, ?)
            """;

    private final CompanyScope scope;
    private final Clock clock;

    TryMapping(CompanyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param people whom to try it on; none: some of the group
     * @throws com.learnamp.entra.console.input.InvalidInput if there is no directory to read yet
     */
    UUID ask(
            CompanyId company,
            CustomFieldMapping mapping,
            List<EntraObjectId> people,
            Author author) {
        return scope.locked(
                company, transaction -> ask(transaction, company, mapping, people, author));
    }

    private UUID ask(
            StoreTransaction transaction,
            CompanyId company,
            CustomFieldMapping mapping,
            List<EntraObjectId> people,
            Author author)
            throws SQLException {
        Integration integration = IntegrationRows.read(transaction);
        if (integration.tenant() == null || integration.group() == null) {
            FieldProblems.of(SettingsChange.TENANT_ID, FieldProblem.MISSING).refuseAny();
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        transaction.update(FORGET, now.minus(KEPT));
        transaction.update(ASK, id, company.value(), Trials.json(mapping), author.name(), now);
        Outbox.add(
                transaction,
                company,
                Topic.SYNC_REQUESTS,
                new ReadSample(
                        company,
                        id,
                        Objects.requireNonNull(integration.tenant()),
                        Objects.requireNonNull(integration.group()),
                        mapping.source().attributes(),
                        people,
                        now));
        return id;
    }
}
