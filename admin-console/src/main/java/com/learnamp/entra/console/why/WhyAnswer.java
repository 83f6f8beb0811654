package com.learnamp.entra.console.why;

import com.learnamp.entra.console.input.StoredWords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why, as programs get it.
 *
 * @param entra answered, failed, silent or not_connected
 * @param erased whether {@code q} is the address or the account of somebody who was erased
 */
record WhyAnswer(
        String q, String entra, @Nullable String failure, boolean erased, List<One> people) {

    /**
     * @param entra null where Entra was not asked of him, or has not answered
     * @param unequalFields by column, what keeps it unequal to Entra: set_back, kept, undone,
     *     not_cleared
     */
    record One(
            @Nullable UUID objectId,
            Verdict verdict,
            @Nullable Entra entra,
            StoredPerson.@Nullable User learnAmp,
            StoredPerson.@Nullable Ledger decided,
            StoredPerson.@Nullable Hold hold,
            List<StoredPerson.Withheld> withheld,
            List<StoredPerson.Attention> attention,
            Map<String, String> unequalFields) {

        static One of(Why.Person person) {
            StoredPerson stored = person.stored();
            return new One(
                    stored.objectId(),
                    person.verdict(),
                    person.entra() == null ? null : Entra.of(person.entra()),
                    stored.user(),
                    stored.ledger(),
                    stored.hold(),
                    stored.withheld(),
                    stored.attention(),
                    person.unequal());
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "One[" + objectId + "]";
        }
    }

    /** What Entra says now. */
    record Entra(
            String state,
            @Nullable String name,
            @Nullable String userPrincipalName,
            @Nullable String mail,
            @Nullable Boolean accountEnabled,
            boolean inTheGroup,
            List<EntraPerson.Group> groups) {

        static Entra of(EntraPerson person) {
            return new Entra(
                    StoredWords.of(person.state()),
                    person.name(),
                    person.userPrincipalName(),
                    person.mail(),
                    person.enabled(),
                    person.member(),
                    person.chain());
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "Entra[" + state + "]";
        }
    }

    static WhyAnswer of(String q, Why.Answer answer) {
        return new WhyAnswer(
                q,
                StoredWords.of(answer.entra().state()),
                answer.entra().failure(),
                answer.erased(),
                answer.people().stream().map(One::of).toList());
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "WhyAnswer[" + people.size() + "]";
    }
}
