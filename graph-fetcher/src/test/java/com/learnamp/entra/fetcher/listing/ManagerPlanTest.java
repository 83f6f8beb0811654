package com.learnamp.entra.fetcher.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagerPlanTest {

    @ParameterizedTest
    @CsvSource({
        "1,      1,         LOOK_UPS",
        "10,     1000000,   LOOK_UPS",
        "11,     11,        TENANT_USERS",
        "20,     1999,      LOOK_UPS",
        "1000,   1050,      TENANT_USERS",
        "1000,   99900,     LOOK_UPS",
        "1001,   99900,     TENANT_USERS",
        "100000, 500000,    TENANT_USERS",
        "50,     1000000,   LOOK_UPS",
    })
    void theOneWithFewerRequestsIsTaken(long people, long tenantUsers, ManagerPlan expected) {
        assertThat(ManagerPlan.choose(people, tenantUsers)).isEqualTo(expected);
    }
}
