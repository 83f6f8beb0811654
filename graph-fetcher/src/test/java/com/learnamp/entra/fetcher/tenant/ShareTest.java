package com.learnamp.entra.fetcher.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({
        // tenants, alive, owned, room, excess
        "0,   1, 0,  0,  0",
        "10,  1, 0,  10, 0",
        "10,  1, 10, 0,  0",
        "10,  2, 10, 0,  3",
        "10,  2, 6,  0,  1",
        "10,  2, 5,  0,  0",
        "11,  2, 5,  1,  0",
        "1,   3, 1,  0,  0",
        "100, 3, 34, 0,  0",
    })
    void allThatAreAliveHaveRoomForEveryTenantAndGiveBackAFewAtATime(
            int tenants, int alive, int owned, int room, int excess) {
        Share share = Share.of(tenants, alive);

        assertThat(share.room(owned)).isEqualTo(room);
        assertThat(share.excess(owned, 3)).isEqualTo(excess);
        assertThat(share.most() * alive).isGreaterThanOrEqualTo(tenants);
    }
}
