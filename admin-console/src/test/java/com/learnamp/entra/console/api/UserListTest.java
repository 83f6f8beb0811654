package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.store.IndividualCondition.Between;
import com.learnamp.entra.store.IndividualCondition.EmailIs;
import com.learnamp.entra.store.IndividualCondition.InAnyTeam;
import com.learnamp.entra.store.IndividualCondition.Moment;
import com.learnamp.entra.store.IndividualCondition.StatusIn;
import com.learnamp.entra.store.PageNumber;
import com.learnamp.entra.store.UserStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserListTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Test
    void withoutParametersEverybodyIsMeantInShort() {
        assertThat(UserList.of(Map.of(), ZONE))
                .isEqualTo(new UserList(List.of(), new PageNumber(1, 25), false));
    }

    @Test
    void severalFiltersAreSeveralConditions() {
        UserList asked =
                UserList.of(
                        Map.of(
                                "filters[email]", List.of("A@X.example"),
                                "filters[team_ids][]", List.of("3", "4"),
                                "expanded", List.of("true"),
                                "page", List.of("7"),
                                "perPage", List.of("500")),
                        ZONE);

        assertThat(asked)
                .isEqualTo(
                        new UserList(
                                List.of(new EmailIs("a@x.example"), new InAnyTeam(Set.of(3L, 4L))),
                                new PageNumber(7, 500),
                                true));
    }

    @Test
    void aDayIsTheCompanysAndCountsToItsEnd() {
        UserList asked =
                UserList.of(
                        Map.of(
                                "filters[created_at][from]", List.of("2021-07-01"),
                                "filters[created_at][to]", List.of("2021-07-31")),
                        ZONE);

        assertThat(asked.conditions())
                .containsExactly(
                        new Between(
                                Moment.CREATED_AT,
                                Instant.parse("2021-06-30T23:00:00Z"),
                                Instant.parse("2021-07-31T23:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirmed,deactivated",
                "[confirmed,deactivated]",
                " [ confirmed , deactivated ] "
            })
    void aListMayStandInOneValue(String value) {
        assertThat(UserList.of(Map.of("filters[status]", List.of(value)), ZONE).conditions())
                .containsExactly(
                        new StatusIn(Set.of(UserStatus.CONFIRMED, UserStatus.DEACTIVATED)));
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0, is not between 1 and 1000000",
        "page, 1000001, is not between 1 and 1000000",
        "page, x, is not between 1 and 1000000",
        "perPage, 501, is not between 1 and 500",
        "perPage, -5, is not between 1 and 500",
        "expanded, yes, is invalid",
        "filters[role], super_admin, does not have a valid value",
        "filters[role], Admin, does not have a valid value",
        "filters[status][], Confirmed, does not have a valid value",
        "filters[status], '[]', is empty",
        "filters[team_ids], '1,,2', is empty",
        "filters[team_ids], 1.5, is invalid",
        "filters[created_at][from], yesterday, is invalid",
        "filters[created_at][from], 2021-02-29, is invalid",
        "filters[created_at][to], 2021-02-28T10:00, is invalid",
        "filters[created_at][to], 20210228, is invalid",
        "filters[email], ' ', is empty",
        "filters[created_at], 2021-01-01, is not a known parameter",
        "Filters[email], x, is not a known parameter",
        "per_page, 5, is not a known parameter"
    })
    void whatCantBeTakenIsNamed(String parameter, String value, String error) {
        InvalidParameters refused =
                catchThrowableOfType(
                        InvalidParameters.class,
                        () -> UserList.of(Map.of(parameter, List.of(value)), ZONE));

        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        assertThat(refused.getResponse().getEntity())
                .isEqualTo(
                        new ErrorAnswer(
                                parameter + " " + error, Map.of(parameter, List.of(error))));
    }
}
