package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClientStateTest {

    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final EntraTenantId TENANT =
            EntraTenantId.parse("84bd8158-6d4d-4958-8b9f-9d6445542f95");
    private static final EntraTenantId OTHER =
            EntraTenantId.parse("84bd8158-6d4d-4958-8b9f-9d6445542f96");

    /** Subscriptions live for weeks: one that was signed by an older version must still verify. */
    @Test
    void neverChanges() {
        assertThat(ClientState.of(KEY, "k1", TENANT, "users"))
                .isEqualTo("ddZ55Q0gby7qdBjCc6JbBn2UZCkxyRezYWq1Fdih-_0");
    }

    @Test
    void matchesNothingButTheFactsThatItWasMadeOf() {
        String state = ClientState.of(KEY, "k1", TENANT, "users");
        byte[] otherKey = KEY.clone();
        otherKey[31]++;

        assertThat(ClientState.matches(state, KEY, "k1", TENANT, "users")).isTrue();
        assertThat(ClientState.matches(state, otherKey, "k1", TENANT, "users")).isFalse();
        assertThat(ClientState.matches(state, KEY, "k2", TENANT, "users")).isFalse();
        assertThat(ClientState.matches(state, KEY, "k1", OTHER, "users")).isFalse();
        assertThat(ClientState.matches(state, KEY, "k1", TENANT, "groups")).isFalse();
        assertThat(ClientState.matches(state + "=", KEY, "k1", TENANT, "users")).isFalse();
        assertThat(ClientState.matches("", KEY, "k1", TENANT, "users")).isFalse();
    }
}
