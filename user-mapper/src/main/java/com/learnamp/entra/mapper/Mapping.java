package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Status;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.mapper.MappingDecision.Ask;
import com.learnamp.entra.mapper.MappingDecision.AwaitSettings;
import com.learnamp.entra.mapper.MappingDecision.Drop;
import com.learnamp.entra.mapper.MappingDecision.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message and settings in, decision out: the same for the same, in either lane, at any time. */
final class Mapping {

    private Mapping() {}

    /**
     * @param settings the company's newest, null while none are known
     * @param now what the commands say of when they were made; decides nothing
     */
    static MappingDecision decide(
            UserMessage message, @Nullable IntegrationSettings settings, Instant now) {
        if (message instanceof RunEnded ended) {
            return new Ask(truthOf(ended, settings));
        }
        if (settings == null || message.revision() > settings.revision()) {
            return new AwaitSettings();
        }
        if (settings.status() == Status.DISCONNECTED) {
            return new Drop(Why.DISCONNECTED);
        }
        if (message.revision() < settings.revision()) {
            return new Drop(Why.OUTDATED_REVISION);
        }
        return switch (message) {
            case UserSnapshot snapshot ->
                    map(snapshot, new SnapshotCommands(snapshot, now), settings);
            case UserOutOfScope leaver -> map(new LeavingCommands(leaver, now));
            case RunEnded ended -> new Ask(ended);
        };
    }

    /**
     * A run's end is always told, in its place. Of a run that older settings began, people may have
     * been dropped here, so that it can't be called complete.
     */
    private static RunEnded truthOf(RunEnded ended, @Nullable IntegrationSettings settings) {
        boolean outdated = settings != null && ended.revision() < settings.revision();
        return outdated && ended.outcome() instanceof RunEnded.Outcome.Complete
                ? new RunEnded(
                        ended.company(),
                        ended.run(),
                        ended.trigger(),
                        ended.revision(),
                        ended.requestedAt(),
                        ended.firstVersion(),
                        ended.people(),
                        new RunEnded.Outcome.Superseded(),
                        ended.endedAt())
                : ended;
    }

    private static Ask map(
            UserSnapshot snapshot, SnapshotCommands commands, IntegrationSettings settings) {
        // Only a plain "not enabled" counts; "unknown" is no reason to lock anybody out.
        if (settings.disabledAccounts() == DisabledAccounts.DEACTIVATE
                && Boolean.FALSE.equals(snapshot.attributes().accountEnabled())) {
            return new Ask(commands.deactivate(DeactivateUser.Reason.ACCOUNT_DISABLED));
        }
        return switch (EmailAddress.of(snapshot.attributes())) {
            case EmailAddress.Unusable unusable -> new Ask(commands.reject(unusable.reason()));
            case EmailAddress.Usable email -> {
                MappedFields mapped = MappedFields.of(snapshot.attributes(), email, settings);
                ManagerReading manager =
                        settings.assignManagers()
                                ? snapshot.manager()
                                : new ManagerReading.NotRead();
                List<PhotoCommand> photoCommands =
                        settings.syncPhotos() ? List.of(commands.syncPhoto()) : List.of();
                yield new Ask(
                        commands.upsert(mapped.fields(), manager),
                        photoCommands,
                        mapped.shortened());
            }
        };
    }

    /** The photo goes whatever the option says now: photo-sync takes away only what it once set. */
    private static Ask map(LeavingCommands commands) {
        return new Ask(commands.deactivate(), commands.removePhoto());
    }
}
