package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.store.UserStatus;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_INVITED,      2020-03-04T10:00:00Z, Not invited,      Since 4 Mar 20",
        "INVITE_SCHEDULED, 2020-03-04T10:00:00Z, Invite scheduled, Since 4 Mar 20",
        "INVITE_PENDING,   2019-09-25T10:00:00Z, Invite pending,   Sent 25 Sep 19",
        "CONFIRMED,        2016-11-29T10:00:00Z, Confirmed,        On 29 Nov 16",
        "DEACTIVATED,      2019-12-31T23:59:59Z, Deactivated,      On 31 Dec 19",
        "CONFIRMED,        2020-06-30T23:30:00Z, Confirmed,        On 1 Jul 20"
    })
    void aStatusIsSaidInTheWordsOfTheDocumentation(
            UserStatus status, Instant at, String word, String time) {
        assertThat(StatusWords.of(status, at, ZoneId.of("Europe/London")))
                .isEqualTo(new UserAnswer.Status(word, time));
    }
}
