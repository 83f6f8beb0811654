package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.ClientState;
import com.learnamp.entra.contracts.EntraTenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request claims to come from: a subscription of ours. Nothing but the client state of each
 * item proves it.
 *
 * @param keyId of the key that signed, from the notification URL's query
 * @param resource of the subscription, likewise
 */
record Sender(SubscriptionKeys keys, @Nullable String keyId, @Nullable String resource) {

    /** Whether the item carries the secret of our subscription in this tenant. */
    boolean vouchesFor(EntraTenantId tenant, @Nullable String clientState) {
        Optional<byte[]> key = keys.find(keyId);
        return key.isPresent()
                && keyId != null
                && resource != null
                && clientState != null
                && ClientState.matches(clientState, key.get(), keyId, tenant, resource);
    }
}
