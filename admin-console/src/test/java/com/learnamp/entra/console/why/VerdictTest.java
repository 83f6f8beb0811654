package com.learnamp.entra.console.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final UUID OBJECT = UUID.randomUUID();

    /**
     * entra: member, disabled, stranger, bin, absent or silent; user: active, deactivated or empty;
     * ledger: its state or empty; kept: what is kept back, attention, or erased.
     */
    @ParameterizedTest
    @CsvSource({
        "member, active, in_scope, '', HERE",
        "member, active, in_scope, attention, HERE_WITH_ATTENTION",
        "member, '', rejected, attention, NEEDS_ATTENTION",
        "member, '', '', creation, CREATION_KEPT_BACK",
        "member, '', '', '', NOT_YET_READ",
        "member, deactivated, out_of_scope, '', NOT_YET_READ",
        "disabled, deactivated, out_of_scope, '', ACCOUNT_DISABLED",
        "disabled, active, out_of_scope, deactivation, LEAVING_KEPT_BACK",
        "stranger, '', '', '', NEVER_IN_THE_GROUP",
        "stranger, '', out_of_scope, '', NEVER_IN_THE_GROUP",
        "stranger, active, '', '', ONLY_IN_LEARN_AMP",
        "stranger, active, in_scope, '', LEAVING",
        "stranger, active, out_of_scope, deactivation, LEAVING_KEPT_BACK",
        "stranger, deactivated, out_of_scope, '', LEFT",
        "bin, deactivated, out_of_scope, '', DELETED",
        "bin, active, in_scope, '', LEAVING",
        "absent, '', '', '', NOT_IN_THE_TENANT",
        "absent, active, out_of_scope, deactivation, LEAVING_KEPT_BACK",
        "silent, active, in_scope, '', UNKNOWN",
        "member, '', '', erased, ERASED",
        "silent, '', '', erased, ERASED",
        "stranger, active, '', erased, ONLY_IN_LEARN_AMP",
    })
    void whatEntraSaysAndWhatIsStoredGiveOneVerdict(
            String entra, String user, String ledger, String kept, Verdict verdict) {
        assertThat(Verdict.of(entra(entra), stored(user, ledger, kept), around(true, false)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"true, true, PREVIEW_WAITS", "false, true, NOT_CONNECTED"})
    void aMemberOfWhomNothingIsKnownWaitsForTheFirstSync(
            boolean connected, boolean preview, Verdict verdict) {
        assertThat(Verdict.of(entra("member"), stored("", "", ""), around(connected, preview)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"'', ONLY_IN_LEARN_AMP"})
    void whoeverHasNoAccountIsOnlyInLearnAmp(String entra, Verdict verdict) {
        StoredPerson person =
                new StoredPerson(
                        null,
                        new StoredPerson.User(
                                1, "Ada", "ada@marlowe.example", "confirmed", "viewer"),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        false);

        assertThat(Verdict.of(entra(entra), person, around(true, false))).isEqualTo(verdict);
    }

    private static Verdict.Circumstances around(boolean connected, boolean preview) {
        return new Verdict.Circumstances(connected, preview, true);
    }

    private static @Nullable EntraPerson entra(String word) {
        return switch (word) {
            case "member" -> person(EntraPerson.State.PRESENT, true, true);
            case "disabled" -> person(EntraPerson.State.PRESENT, false, true);
            case "stranger" -> person(EntraPerson.State.PRESENT, true, false);
            case "bin" -> person(EntraPerson.State.IN_BIN, true, false);
            case "absent" -> person(EntraPerson.State.ABSENT, true, false);
            default -> null;
        };
    }

    private static EntraPerson person(EntraPerson.State state, boolean enabled, boolean member) {
        return new EntraPerson(OBJECT, state, "Ada", null, null, enabled, member, List.of(), null);
    }

    private static StoredPerson stored(String user, String ledger, String kept) {
        boolean attention = kept.equals("attention");
        boolean erased = kept.equals("erased");
        return new StoredPerson(
                OBJECT,
                user.isEmpty()
                        ? null
                        : new StoredPerson.User(
                                1,
                                "Ada",
                                "ada@marlowe.example",
                                user.equals("active") ? "confirmed" : user,
                                "viewer"),
                ledger.isEmpty()
                        ? null
                        : new StoredPerson.Ledger(ledger, Instant.EPOCH, null, null, null),
                null,
                kept.isEmpty() || attention || erased
                        ? List.of()
                        : List.of(
                                new StoredPerson.Withheld(
                                        kept,
                                        "review",
                                        "left_the_group",
                                        Instant.EPOCH,
                                        null,
                                        null)),
                attention
                        ? List.of(new StoredPerson.Attention("no_email", null, Instant.EPOCH))
                        : List.of(),
                erased);
    }
}
