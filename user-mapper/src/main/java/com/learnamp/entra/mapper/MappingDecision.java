package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.PhotoCommand;
import com.learnamp.entra.contracts.ProvisioningCommand;
import java.util.List;
import java.util.Set;

/** What becomes of a message. */
sealed interface MappingDecision {

    /**
     * What provisioning-writer and photo-sync are asked for.
     *
     * @param shortened fields that Learn Amp could not have as Entra has them
     */
    record Ask(
            ProvisioningCommand command,
            List<PhotoCommand> photoCommands,
            Set<ShortenedField> shortened)
            implements MappingDecision {

        public Ask {
            photoCommands = List.copyOf(photoCommands);
            shortened = Set.copyOf(shortened);
        }

        Ask(ProvisioningCommand command, PhotoCommand... photoCommands) {
            this(command, List.of(photoCommands), Set.of());
        }
    }

    /** The message was read with settings that this service has not seen yet. */
    record AwaitSettings() implements MappingDecision {}

    /** Nothing follows; a newer read will, or already did. */
    record Drop(Why why) implements MappingDecision {}

    /** Why a message leads to nothing. */
    enum Why {
        /** It was read with older settings than the company's. */
        OUTDATED_REVISION,
        /** The company's people are not followed any more. */
        DISCONNECTED
    }
}
