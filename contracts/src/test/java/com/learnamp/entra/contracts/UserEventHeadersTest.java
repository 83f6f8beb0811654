package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserEventHeadersTest {

    @Test
    void areThoseOfCloudEventsInBinaryMode() {
        UserEvent event =
                new UserEvent.Deactivated(
                        new CompanyId(4711),
                        42,
                        null,
                        Instant.parse("2026-03-01T10:00:02.500Z"),
                        Map.of());

        assertThat(UserEventHeaders.of(event, 7))
                .isEqualTo(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "7",
                                "ce_source", "/companies/4711/users/42",
                                "ce_type", "com.learnamp.user.deactivated.v1",
                                "ce_time", "2026-03-01T10:00:02.500Z",
                                "content-type", "application/json"));
    }
}
