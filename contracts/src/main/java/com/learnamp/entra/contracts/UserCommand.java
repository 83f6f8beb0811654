package com.learnamp.entra.contracts;

import java.time.Instant;

/** A command about one person; applied only if newer than what the writer's ledger has of him. */
public sealed interface UserCommand extends ProvisioningCommand
        permits UpsertUser, DeactivateUser, RejectUser {

    EntraObjectId user();

    Version version();

    /** When Graph was read. */
    Instant observedAt();

    /** When the mapper made it. */
    Instant mappedAt();

    Origin origin();

    @Override
    default RecordKey key() {
        return RecordKey.of(company(), user());
    }
}
