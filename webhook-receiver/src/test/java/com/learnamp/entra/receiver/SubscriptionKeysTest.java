package com.learnamp.entra.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionKeysTest {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[33 - 1]);

    @Test
    void allOfThemVerify() {
        SubscriptionKeys keys = SubscriptionKeys.parse("new=" + SECRET + " , old=" + SECRET + ",");

        assertThat(keys.find("new")).hasValueSatisfying(key -> assertThat(key).hasSize(32));
        assertThat(keys.find("old")).isPresent();
        assertThat(keys.find("other")).isEmpty();
        assertThat(keys.find(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "k",
                "=c2VjcmV0",
                "k=",
                "k=c2VjcmV0",
                "k=!secret!",
                "k=c2VjcmV0,"
            })
    void wrongOnesAreRefusedWithoutAWordOfTheSecret(String text) {
        assertThatThrownBy(() -> SubscriptionKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SUBSCRIPTION_KEYS")
                .hasMessageNotContaining("c2VjcmV0")
                .hasMessageNotContaining("secret!");
    }

    @Test
    void anIdIsThereOnce() {
        assertThatThrownBy(() -> SubscriptionKeys.parse("k=" + SECRET + ",k=" + SECRET))
                .hasMessageContaining("twice");
    }
}
