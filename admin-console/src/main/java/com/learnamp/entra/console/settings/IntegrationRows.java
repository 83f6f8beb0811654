package com.learnamp.entra.console.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The integration of the transaction's company. */
public final class IntegrationRows {

    private static final TypeReference<List<CustomFieldMapping>> MAPPINGS =
            new TypeReference<>() {};

    private static final String READ =
            """
            SELECT status, revision, tenant_sealed, group_id, invitations, assign_managers, sync_photos,
                   disabled_accounts, custom_fields, saved_at, saved_by, next_full_at
            FROM provisioning.integrations
            """;

    private static final String SAVE =
            """
            INSERT INTO provisioning.integrations AS i (
                company_id, revision, status, tenant_sealed, tenant_hash, group_id, invitations, assign_managers, sync_photos,
                disabled_accounts, custom_fields, saved_at, saved_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (company_id) DO UPDATE
            SET revision = excluded.revision, status = excluded.status,
                tenant_sealed = excluded.tenant_sealed, tenant_hash = excluded.tenant_hash,
                group_id = excluded.group_id, invitations = excluded.invitations,
                assign_managers = excluded.assign_managers, sync_photos = excluded.sync_photos,
                disabled_accounts = excluded.disabled_accounts, custom_fields = excluded.custom_fields,
                saved_at = excluded.saved_at,
                saved_by = excluded.saved_by
            """;

    private IntegrationRows() {}

    public static Integration read(StoreTransaction transaction) throws SQLException {
        return transaction.first(READ, IntegrationRows::integration).orElse(Integration.NOTHING);
    }

    static void save(StoreTransaction transaction, CompanyId company, Integration integration)
            throws SQLException {
        transaction.update(
                SAVE,
                company.value(),
                integration.revision(),
                StoredWords.of(integration.status()),
                transaction.sealed(integration.tenant()),
                transaction.hash(integration.tenant()),
                Optional.ofNullable(integration.group()).map(EntraObjectId::value).orElse(null),
                StoredWords.of(integration.invitations()),
                integration.assignManagers(),
                integration.syncPhotos(),
                StoredWords.of(integration.disabledAccounts()),
                json(integration.customFields()),
                integration.savedAt(),
                integration.savedBy());
    }

    private static Integration integration(StoredRow row) throws SQLException {
        return new Integration(
                Integration.Status.valueOf(upper(row.text("status"))),
                row.number("revision"),
                row.tenant("tenant_sealed").orElse(null),
                Optional.ofNullable(row.maybeUuid("group_id")).map(EntraObjectId::new).orElse(null),
                Invitations.valueOf(upper(row.text("invitations"))),
                row.truth("assign_managers"),
                row.truth("sync_photos"),
                DisabledAccounts.valueOf(upper(row.text("disabled_accounts"))),
                mappings(row.text("custom_fields")),
                row.instant("saved_at"),
                row.text("saved_by"),
                row.maybeInstant("next_full_at"));
    }

    private static String json(List<CustomFieldMapping> mappings) {
        try {
            return MessageCodec.mapper().writeValueAsString(mappings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every mapping can be written", e);
        }
    }

    private static List<CustomFieldMapping> mappings(String json) {
        try {
            return MessageCodec.mapper().readValue(json, MAPPINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that this service wrote can be read", e);
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
