package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.TimeZoneNames;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.contracts.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationTimeTest {

    /** In Tokyo it is the second of March already. */
    private static final Instant NOW = Instant.parse("2026-03-01T22:30:00Z");

    private static final String AT_ONCE = NOW.toString();

    static Stream<Arguments> rows() {
        return Stream.of(
                row(Invitations.IMMEDIATELY, "London", "2026-04-01", false, AT_ONCE),
                row(Invitations.IMMEDIATELY, "London", null, true, null),
                row(Invitations.BY_HAND, "London", "2026-02-01", false, null),
                row(Invitations.ON_HIRE_DATE, "London", null, false, AT_ONCE),
                row(Invitations.ON_HIRE_DATE, "London", "2020-01-01", false, AT_ONCE),
                row(Invitations.ON_HIRE_DATE, "London", "2026-03-01", false, AT_ONCE),
                row(Invitations.ON_HIRE_DATE, "London", "2026-03-02", true, null),
                row(
                        Invitations.ON_HIRE_DATE,
                        "London",
                        "2026-03-02",
                        false,
                        "2026-03-02T08:00:00Z"),
                // Summer time has begun by then.
                row(
                        Invitations.ON_HIRE_DATE,
                        "London",
                        "2026-04-01",
                        false,
                        "2026-04-01T07:00:00Z"),
                row(Invitations.ON_HIRE_DATE, "Tokyo", "2026-03-02", false, "2026-03-01T23:00:00Z"),
                row(Invitations.ON_HIRE_DATE, "Hawaii", "2026-03-01", false, AT_ONCE));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void invitationsLeaveOnTheMorningOfTheHireDateInTheCompanysTimeZone(
            InvitationTime time,
            UpsertUser command,
            @Nullable LocalDate hireDate,
            @Nullable String due) {
        assertThat(time.of(command, hireDate, NOW).map(Instant::toString).orElse(null))
                .isEqualTo(due);
    }

    private static Arguments row(
            Invitations invitations,
            String zone,
            @Nullable String hireDate,
            boolean replay,
            @Nullable String due) {
        return Arguments.of(
                new InvitationTime(invitations, TimeZoneNames.zone(zone).orElseThrow()),
                command(replay),
                hireDate == null ? null : LocalDate.parse(hireDate),
                due);
    }

    private static UpsertUser command(boolean replay) {
        return new UpsertUser(
                new CompanyId(1),
                new EntraObjectId(new UUID(0, 1)),
                new Version(1, 1),
                1,
                NOW,
                NOW,
                Origin.ofCause(replay ? Origin.Cause.REPLAY : Origin.Cause.DELTA, null),
                new UserFields(
                        "ruth@example.com",
                        "Ruth",
                        "Ainsley",
                        UserFields.NameSource.DISPLAY_NAME,
                        null,
                        null,
                        null,
                        null,
                        "en",
                        UserFields.LanguageSource.COMPANY,
                        null,
                        List.of()),
                new ManagerReading.NotRead());
    }
}
