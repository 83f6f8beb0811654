package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.syncs.SyncRunAnswer;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An integration as programs get it. */
record IntegrationAnswer(
        CompanyId companyId,
        String status,
        long revision,
        @Nullable EntraTenantId tenantId,
        @Nullable EntraObjectId groupId,
        String invitations,
        boolean assignManagers,
        boolean syncPhotos,
        String disabledAccounts,
        @Nullable Instant savedAt,
        @Nullable String savedBy,
        @Nullable Instant nextFullSyncAt,
        @Nullable String consentUrl,
        @Nullable ConnectionAnswer connection,
        List<GraphUsage> graphUsage,
        @Nullable SyncRunAnswer run) {

    record ConnectionAnswer(
            String state,
            @Nullable String category,
            @Nullable String message,
            @Nullable String groupName,
            @Nullable String tenantName,
            @Nullable String notice,
            long unannounced,
            @Nullable Instant unannouncedAt,
            Instant since,
            Instant lookedAt) {

        static ConnectionAnswer of(Connection connection) {
            return new ConnectionAnswer(
                    StoredWords.of(connection.state()),
                    connection.category(),
                    connection.message(),
                    connection.groupName(),
                    connection.tenantName(),
                    connection.notice(),
                    connection.unannounced(),
                    connection.unannouncedAt(),
                    connection.since(),
                    connection.lookedAt());
        }
    }

    record CheckAnswer(
            UUID id,
            String state,
            EntraTenantId tenantId,
            EntraObjectId groupId,
            @Nullable String outcome,
            @Nullable String message,
            @Nullable String groupName,
            @Nullable String tenantName,
            @Nullable Instant checkedAt) {

        static CheckAnswer of(ConnectionCheck check) {
            ConnectionCheck.@Nullable Answer answer = check.answer();
            return answer == null
                    ? new CheckAnswer(
                            check.id(),
                            "waiting",
                            check.tenant(),
                            check.group(),
                            null,
                            null,
                            null,
                            null,
                            null)
                    : new CheckAnswer(
                            check.id(),
                            "answered",
                            check.tenant(),
                            check.group(),
                            StoredWords.of(answer.outcome()),
                            answer.message(),
                            answer.groupName(),
                            answer.tenantName(),
                            answer.checkedAt());
        }
    }
}
