package com.learnamp.entra.fetcher.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagerPlanTest {

    @ParameterizedTest
    @CsvSource({"1, LOOK_UPS", "10, LOOK_UPS", "11, TENANT_USERS", "100000, TENANT_USERS"})
    void aFewPeopleAreLookedUpWhateverTheSizeOfTheTenant(long people, ManagerPlan expected) {
        assertThat(ManagerPlan.begin(people)).isEqualTo(expected);
    }

    /** A twentieth of what look-ups would cost is what a wrong beginning may cost. */
    @ParameterizedTest
    @CsvSource({
        "11, 1, true",
        "200, 1, true",
        "200, 2, false",
        "10000, 11, false",
        "10000, 50, true",
        "10000, 51, false",
    })
    void theSizeOfTheTenantIsAskedForOnceItMatters(long people, long pages, boolean expected) {
        assertThat(ManagerPlan.isWorthAsking(people, pages)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20,     1999,    1, TENANT_USERS",
        "20,     5000,    1, LOOK_UPS",
        "60,     5000,    1, TENANT_USERS",
        "9000,   51000,   50, TENANT_USERS",
        "9000,   1000000, 50, LOOK_UPS",
        "9000,   900000,  50, TENANT_USERS",
        "20,     5,       3, TENANT_USERS",
    })
    void theWayWithFewerRequestsIsGoneOn(
            long open, long tenantUsers, long pages, ManagerPlan expected) {
        assertThat(ManagerPlan.goOn(open, tenantUsers, pages)).isEqualTo(expected);
    }
}
