package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareStoreTest {

    private static final DirectoryPerson ANNA = person("anna", "boss");
    private static final DirectoryPerson BOSS = person("boss", null);

    @Test
    void findsNothingWhenAllIsEqual() {
        assertThat(
                        differences(
                                List.of(ANNA, BOSS),
                                List.of(row(1, "anna", 2L), row(2, "boss", null))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | email should be anna@contoso.example and is wrong",
                "firstName | first name should be Anna and is wrong",
                "lastName | last name should be Smith and is wrong",
                "jobTitle | job title should be Engineer and is wrong",
                "department | department should be Sales and is wrong",
                "location | location should be Leeds and is wrong",
                "language | language should be de and is wrong",
                "hireDate | hire date should be 2020-03-01 and is wrong",
                "team | team should be Sales and is wrong",
                "status | status should be active and is deactivated",
            })
    void findsEachFieldThatDiffers(String field, String difference) {
        List<StoredPerson> stored =
                List.of(spoiled(row(1, "anna", 2L), field), row(2, "boss", null));

        assertThat(differences(List.of(ANNA, BOSS), stored)).containsExactly("anna: " + difference);
    }

    @Test
    void findsWhoIsMissing() {
        assertThat(differences(List.of(ANNA), List.of()))
                .containsExactly("anna: user should be present and is missing");
    }

    @Test
    void findsWhoShouldHaveLeft() {
        assertThat(differences(List.of(), List.of(row(1, "anna", null))))
                .containsExactly(
                        "anna: status should be deactivated and is not_invited",
                        "anna: team should be none and is Sales");
    }

    @Test
    void findsTheWrongManagerAndTheMissingOne() {
        assertThat(
                        differences(
                                List.of(ANNA, BOSS),
                                List.of(row(1, "anna", 1L), row(2, "boss", null))))
                .containsExactly("anna: manager should be 2 and is 1");
        assertThat(
                        differences(
                                List.of(ANNA, BOSS),
                                List.of(row(1, "anna", null), row(2, "boss", 1L))))
                .containsExactly(
                        "anna: manager should be 2 and is null",
                        "boss: manager should be none and is 1");
    }

    @Test
    void letsTheOwnerStandInForAManagerWhoHasLeft() {
        StoredPerson owner = owner(9);

        assertThat(differences(List.of(ANNA), List.of(row(1, "anna", 9L), owner))).isEmpty();
        assertThat(differences(List.of(BOSS), List.of(row(1, "boss", 9L), owner)))
                .containsExactly("boss: manager should be none and is 9");
    }

    @Test
    void letsOneOfTwoWithTheSameAddressWait() {
        DirectoryPerson twin = person("twin", null, "anna@contoso.example");

        assertThat(
                        differences(
                                List.of(ANNA, BOSS, twin),
                                List.of(row(1, "anna", 2L), row(2, "boss", null))))
                .isEmpty();
    }

    private static List<String> differences(
            List<DirectoryPerson> directory, List<StoredPerson> stored) {
        return CompareStore.differences(directory, stored, "en");
    }

    private static DirectoryPerson person(String id, @Nullable String manager) {
        return person(id, manager, id.toUpperCase(Locale.ROOT) + "@contoso.example");
    }

    private static DirectoryPerson person(String id, @Nullable String manager, String upn) {
        return new DirectoryPerson(
                id,
                upn,
                null,
                " Anna ",
                "Smith",
                "Anna Smith",
                "Engineer",
                "Sales ",
                "Leeds",
                "de-DE",
                "2020-03-01T23:00:00Z",
                manager);
    }

    private static StoredPerson row(long id, String object, @Nullable Long manager) {
        return new StoredPerson(
                id,
                object,
                object + "@contoso.example",
                "Anna",
                "Smith",
                "Engineer",
                "Sales",
                "Leeds",
                "de",
                "2020-03-01",
                manager,
                "Sales",
                "viewer",
                "not_invited");
    }

    private static StoredPerson owner(long id) {
        return new StoredPerson(
                id,
                null,
                "o@x.example",
                "O",
                "W",
                null,
                null,
                null,
                "en",
                null,
                null,
                null,
                "owner",
                "confirmed");
    }

    private static StoredPerson spoiled(StoredPerson row, String field) {
        return new StoredPerson(
                row.id(),
                row.objectId(),
                field.equals("email") ? "wrong" : row.email(),
                field.equals("firstName") ? "wrong" : row.firstName(),
                field.equals("lastName") ? "wrong" : row.lastName(),
                field.equals("jobTitle") ? "wrong" : row.jobTitle(),
                field.equals("department") ? "wrong" : row.department(),
                field.equals("location") ? "wrong" : row.location(),
                field.equals("language") ? "wrong" : row.language(),
                field.equals("hireDate") ? "wrong" : row.hireDate(),
                row.manager(),
                field.equals("team") ? "wrong" : row.team(),
                row.role(),
                field.equals("status") ? "deactivated" : row.status());
    }
}
