package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of decisions about who is who: object id, address, and who holds it. */
class MatchPeopleTest {

    private static final UUID RUTH = new UUID(0, 1);
    private static final UUID NOAH = new UUID(0, 2);
    private static final UUID INES = new UUID(0, 3);

    private final People people = new People();

    @Test
    void anAddressThatNobodyHoldsIsANewPersons() {
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.CREATED, true);
    }

    @Test
    void anAddressOfAnUnboundIndividualIsHis() {
        holds(7, "ruth@example.com", null, null);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.LINKED, true);
        assertThat(ruth.person().orElseThrow().id()).isEqualTo(7);
    }

    @Test
    void anIndividualWhomAnotherSystemKnowsIsUnbound() {
        holds(7, "ruth@example.com", "PEOPLE-HR-17", null);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.LINKED, true);
    }

    @Test
    void anIndividualWithAnotherAccountsIdIsNot() {
        holds(7, "ruth@example.com", NOAH.toString(), null);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.WAITING, false);
    }

    @Test
    void anAddressOfABoundPersonIsWaitedFor() {
        holds(7, "ruth@example.com", NOAH.toString(), NOAH);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.WAITING, false);
    }

    @Test
    void aKnownObjectIsItsPersonWhateverTheAddress() {
        holds(7, "old@example.com", RUTH.toString(), RUTH);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.BOUND, true);
        assertThat(ruth.person().orElseThrow().id()).isEqualTo(7);
    }

    @Test
    void aKnownObjectDoesNotTakeTheAddressOfAnUnboundIndividual() {
        holds(7, "old@example.com", RUTH.toString(), RUTH);
        holds(8, "ruth@example.com", null, null);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.BOUND, false);
    }

    @Test
    void aCycleOfAddressesIsGrantedWhole() {
        holds(7, "a@example.com", RUTH.toString(), RUTH);
        holds(8, "b@example.com", NOAH.toString(), NOAH);
        holds(9, "c@example.com", INES.toString(), INES);
        Candidate ruth = wants(RUTH, "b@example.com");
        Candidate noah = wants(NOAH, "c@example.com");
        Candidate ines = wants(INES, "a@example.com");

        match(ruth, noah, ines);

        assertThat(List.of(ruth, noah, ines)).allMatch(Candidate::addressGranted);
    }

    @Test
    void aChainThatEndsAtSomebodyWhoStaysIsRefusedWhole() {
        holds(7, "a@example.com", RUTH.toString(), RUTH);
        holds(8, "b@example.com", NOAH.toString(), NOAH);
        holds(9, "c@example.com", INES.toString(), INES);
        Candidate ruth = wants(RUTH, "b@example.com");
        Candidate noah = wants(NOAH, "c@example.com");

        match(ruth, noah);

        assertThat(List.of(ruth, noah)).noneMatch(Candidate::addressGranted);
    }

    @Test
    void ofTwoWhoWantOneAddressItsHolderKeepsIt() {
        holds(7, "a@example.com", NOAH.toString(), NOAH);
        Candidate ruth = wants(RUTH, "a@example.com");
        Candidate noah = wants(NOAH, "a@example.com");

        match(ruth, noah);

        assertDecided(ruth, Candidate.Match.WAITING, false);
        assertDecided(noah, Candidate.Match.BOUND, true);
    }

    private void match(Candidate... candidates) {
        MatchPeople.match(
                List.of(candidates), people, LongStream.iterate(100, id -> id + 1).iterator());
    }

    private static void assertDecided(Candidate candidate, Candidate.Match match, boolean granted) {
        assertThat(candidate.match()).isEqualTo(match);
        assertThat(candidate.addressGranted()).isEqualTo(granted);
    }

    private void holds(long id, String email, @Nullable String externalId, @Nullable UUID boundTo) {
        Map<UserField, String> fields =
                externalId == null
                        ? Map.of(UserField.EMAIL, email)
                        : Map.of(UserField.EMAIL, email, UserField.EXTERNAL_ID, externalId);
        people.add(Person.stored(id, 1, fields, Map.of(), boundTo));
        if (boundTo != null) {
            people.add(
                    new LedgerEntry(
                            boundTo,
                            new Version(1, 1),
                            LedgerEntry.State.IN_SCOPE,
                            id,
                            new ManagerReading.NotRead(),
                            Map.of(),
                            Instant.EPOCH,
                            null,
                            1));
        }
    }

    private static Candidate wants(UUID object, String email) {
        return Candidate.of(
                new UpsertUser(
                        new CompanyId(1),
                        new EntraObjectId(object),
                        new Version(1, 2),
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Origin.ofCause(Origin.Cause.NOTIFICATION, null),
                        new UserFields(
                                email,
                                "Given",
                                "Family",
                                UserFields.NameSource.DISPLAY_NAME,
                                null,
                                null,
                                null,
                                null,
                                "en",
                                null,
                                List.of()),
                        new ManagerReading.NotRead()));
    }
}
