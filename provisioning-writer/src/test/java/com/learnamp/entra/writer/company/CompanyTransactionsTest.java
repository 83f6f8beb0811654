package com.learnamp.entra.writer.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTransactionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "22001", "23502", "23503", "23505", "23514"})
    void whatTheDataIsToBlameForIsRefused(String state) {
        assertThat(CompanyTransactions.told(new SQLException("", state)))
                .isInstanceOf(RefusedByStore.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "40001", "40P01", "55P03", "57P01", "53300", "25006", "42501"})
    void everythingElseIsBadWeather(String state) {
        assertThat(CompanyTransactions.told(new SQLException("", state)))
                .isInstanceOf(StoreUnavailable.class);
    }
}
