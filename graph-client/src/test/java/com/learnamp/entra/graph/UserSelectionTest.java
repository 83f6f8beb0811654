package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserSelectionTest {

    @Test
    void standardAttributesComeFirstAndOnce() {
        assertThat(UserSelection.with(List.of("employeeId", "mail", "city")).attributes())
                .startsWith("id", "userPrincipalName")
                .endsWith("city", "employeeId")
                .doesNotHaveDuplicates();
    }

    /** A name goes into a query: it must not be able to add to it. */
    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a&$top=1", "manager($select=id)", "", "1st", "é"})
    void aNameThatIsNoNameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> UserSelection.with(List.of(name)));
    }

    @Test
    void aPersonIsNotPrinted() {
        DirectoryUser ada =
                new DirectoryUser(
                        new UUID(0, 1),
                        "ada@example.com",
                        "ada@example.com",
                        "Ada Lovelace",
                        "Ada",
                        "Lovelace",
                        "Analyst",
                        "Engines",
                        "London",
                        "en",
                        Instant.EPOCH,
                        true,
                        "Member",
                        ManagerReading.NONE,
                        Map.of("employeeId", "42"));

        assertThat(
                        List.of(
                                        new LookUp.Found(ada, java.util.Set.of()),
                                        new DirectoryMember.UserMember(ada))
                                .toString()
                                .replace("00000000-0000-0000-0000-000000000001", ""))
                .doesNotContainIgnoringCase(
                        "ada@", "Lovelace", "Analyst", "Engines", "London", "42");
    }
}
