package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeZoneNamesTest {

    @Test
    void aNameOfRailsMeansAZone() {
        assertThat(TimeZoneNames.zone("London")).hasValue(ZoneId.of("Europe/London"));
        assertThat(TimeZoneNames.zone("Eastern Time (US & Canada)"))
                .hasValue(ZoneId.of("America/New_York"));
        assertThat(TimeZoneNames.zone("Hong Kong")).hasValue(ZoneId.of("Asia/Hong_Kong"));
    }

    @Test
    void anyOtherNameMeansNone() {
        assertThat(TimeZoneNames.zone("Europe/London")).isEmpty();
        assertThat(TimeZoneNames.zone("Atlantis")).isEmpty();
    }
}
