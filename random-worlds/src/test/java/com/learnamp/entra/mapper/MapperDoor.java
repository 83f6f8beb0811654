package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.UserMessage;
import java.time.Instant;
import java.util.Optional;

/** The mapper's function, for tests that go through several services. */
public final class MapperDoor {

    private MapperDoor() {}

    /** What is asked of the writer; empty if nothing is. */
    public static Optional<ProvisioningCommand> map(
            UserMessage message, IntegrationSettings settings, Instant now) {
        return switch (Mapping.decide(message, settings, now)) {
            case MappingDecision.Ask ask -> Optional.of(ask.command());
            case MappingDecision.AwaitSettings await ->
                    throw new AssertionError("the settings are known");
            case MappingDecision.Drop drop -> Optional.empty();
        };
    }
}
