package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08001, true", // can't connect
        "08006, true", // connection lost
        "57P01, true", // shut down
        "57P03, true", // starting up
        "53300, true", // too many connections
        "23505, false", // duplicate
        "42501, false" // no permission
    })
    void theStoresStateSaysWhetherItIsAway(String state, boolean away) {
        SQLException failure = new SQLException("x", state);

        assertThat(Outage.explains(failure)).isEqualTo(away);
        assertThat(Outage.explains(new IllegalStateException(new RuntimeException(failure))))
                .isEqualTo(away);
    }

    @Test
    void aPoolThatHasNoConnectionToGiveIsAnOutage() {
        assertThat(
                        Outage.explains(
                                new SQLException("Sorry, acquisition timeout! Enable Agroal leak")))
                .isTrue();
    }

    @Test
    void anythingElseIsAFaultOfOurs() {
        assertThat(Outage.explains(new IllegalStateException("x"))).isFalse();
        assertThat(Outage.explains(new SQLException("x"))).isFalse();
    }
}
