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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of decisions about who is who: object id, address, and who holds it. */
class MatchPeopleTest {

    private static final UUID RUTH = new UUID(0, 1);
    private static final UUID NOAH = new UUID(0, 2);
    private static final UUID INES = new UUID(0, 3);
    private static final UUID ADA = new UUID(0, 4);

    private static final long TENANT_REVISION = 3;

    private final People people = new People();
    private final Set<UUID> leaving = new HashSet<>();
    private final Map<UUID, AddressHolders.Choice> choices = new HashMap<>();

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

        assertWaits(ruth, AttentionReason.HOLDER_GONE);
    }

    @Test
    void anAddressOfABoundPersonIsWaitedFor() {
        holds(7, "ruth@example.com", NOAH.toString(), NOAH);
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertWaits(ruth, AttentionReason.EMAIL_TAKEN);
    }

    @Test
    void anAddressOfSomebodyWhoHasGoneNeedsAnAdminsChoice() {
        holds(7, "left@example.com", NOAH, "deactivated", LedgerEntry.State.OUT_OF_SCOPE, 3);
        holds(8, "leaves@example.com", INES.toString(), INES);
        leaving.add(INES);
        Candidate ruth = wants(RUTH, "left@example.com");
        Candidate ada = wants(ADA, "leaves@example.com");

        match(ruth, ada);

        assertWaits(ruth, AttentionReason.HOLDER_GONE);
        assertWaits(ada, AttentionReason.HOLDER_GONE);
    }

    @Test
    void whoeverIsTheSameAsSomebodyWhoHasGoneIsBoundAnew() {
        holds(7, "ruth@example.com", NOAH, "deactivated", LedgerEntry.State.OUT_OF_SCOPE, 3);
        choices.put(RUTH, new AddressHolders.Choice(7, IdentityChoice.SAME_PERSON));
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.LINKED, true);
        assertThat(ruth.person().orElseThrow().id()).isEqualTo(7);
    }

    @Test
    void whoeverIsNewGetsTheAddressOfSomebodyWhoHasGone() {
        holds(7, "ruth@example.com", NOAH, "deactivated", LedgerEntry.State.OUT_OF_SCOPE, 3);
        choices.put(RUTH, new AddressHolders.Choice(7, IdentityChoice.NEW_PERSON));
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertDecided(ruth, Candidate.Match.CREATED, true);
        assertThat(ruth.addressGiver().map(Person::id)).contains(7L);
    }

    @Test
    void aChoiceHoldsOfThePersonAloneOfWhomItWasMade() {
        holds(7, "ruth@example.com", NOAH, "deactivated", LedgerEntry.State.OUT_OF_SCOPE, 3);
        choices.put(RUTH, new AddressHolders.Choice(6, IdentityChoice.SAME_PERSON));
        Candidate ruth = wants(RUTH, "ruth@example.com");

        match(ruth);

        assertWaits(ruth, AttentionReason.HOLDER_GONE);
    }

    @Test
    void whoeverWasLastSeenInAnotherTenantIsBoundAnewByHisAddress() {
        holds(7, "ruth@example.com", NOAH, "confirmed", LedgerEntry.State.IN_SCOPE, 2);
        holds(8, "ada@example.com", INES, "deactivated", LedgerEntry.State.OUT_OF_SCOPE, 2);
        Candidate ruth = wants(RUTH, "ruth@example.com");
        Candidate ada = wants(ADA, "ada@example.com");

        match(ruth, ada);

        assertDecided(ruth, Candidate.Match.LINKED, true);
        assertThat(ruth.person().orElseThrow().id()).isEqualTo(7);
        assertWaits(ada, AttentionReason.HOLDER_GONE);
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

    private static void assertWaits(Candidate candidate, AttentionReason reason) {
        assertDecided(candidate, Candidate.Match.WAITING, false);
        assertThat(candidate.waitsFor()).contains(reason);
    }

    private void match(Candidate... candidates) {
        MatchPeople.match(
                List.of(candidates),
                people,
                new AddressHolders(people, TENANT_REVISION, arriving(candidates), leaving, choices),
                LongStream.iterate(100, id -> id + 1).iterator());
    }

    private static Set<UUID> arriving(Candidate... candidates) {
        return Arrays.stream(candidates).map(Candidate::object).collect(Collectors.toSet());
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
            people.add(entry(boundTo, id, LedgerEntry.State.IN_SCOPE, TENANT_REVISION));
        }
    }

    /** With his account in this state. */
    private void holds(
            long id,
            String email,
            UUID boundTo,
            String status,
            LedgerEntry.State state,
            long seenRevision) {
        people.add(
                Person.stored(
                        id,
                        1,
                        Map.of(
                                UserField.EMAIL,
                                email,
                                UserField.EXTERNAL_ID,
                                boundTo.toString(),
                                UserField.STATUS,
                                status),
                        Map.of(),
                        boundTo));
        people.add(entry(boundTo, id, state, seenRevision));
    }

    private static LedgerEntry entry(
            UUID object, long user, LedgerEntry.State state, long seenRevision) {
        return new LedgerEntry(
                object,
                new Version(1, 1),
                state,
                user,
                new ManagerReading.NotRead(),
                Map.of(),
                Instant.EPOCH,
                null,
                seenRevision);
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
                                UserFields.LanguageSource.COMPANY,
                                null,
                                List.of()),
                        new ManagerReading.NotRead()));
    }
}
