package com.learnamp.entra.writer.apply;

import static com.learnamp.entra.writer.apply.Identity.BOUND;
import static com.learnamp.entra.writer.apply.Identity.BOUND_IN_PLACE;
import static com.learnamp.entra.writer.apply.Identity.CREATED;
import static com.learnamp.entra.writer.apply.Identity.CREATED_IN_PLACE;
import static com.learnamp.entra.writer.apply.Identity.LINKED;
import static com.learnamp.entra.writer.apply.Identity.WAITS_FOR_ADDRESS;
import static com.learnamp.entra.writer.apply.Identity.WAITS_FOR_CHOICE;
import static com.learnamp.entra.writer.apply.Identity.WAITS_FOR_CONFIRMATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of decisions, row by row: every combination is in exactly one of them. */
class IdentityTest {

    private static final String ANY = "any";

    /**
     * @param known whether the object id is bound to somebody: yes, no, any
     * @param role of the holder: learner, administrator, any
     * @param choice of an admin: none, same, new, any
     */
    record Row(String known, Holder holder, String role, String choice, Identity identity) {}

    static List<Row> rows() {
        return List.of(
                new Row("yes", Holder.NOBODY, ANY, ANY, BOUND),
                new Row("no", Holder.NOBODY, ANY, ANY, CREATED),
                new Row(ANY, Holder.LIVING, ANY, ANY, WAITS_FOR_ADDRESS),
                new Row("yes", Holder.UNBOUND, ANY, ANY, WAITS_FOR_ADDRESS),
                new Row("no", Holder.UNBOUND, "learner", ANY, LINKED),
                new Row("no", Holder.UNBOUND, "administrator", "none", WAITS_FOR_CONFIRMATION),
                new Row("no", Holder.UNBOUND, "administrator", "new", WAITS_FOR_CONFIRMATION),
                new Row("no", Holder.UNBOUND, "administrator", "same", LINKED),
                new Row(ANY, Holder.UNBOUND_DEACTIVATED, ANY, "none", WAITS_FOR_CHOICE),
                new Row("no", Holder.UNBOUND_DEACTIVATED, ANY, "same", LINKED),
                new Row("yes", Holder.UNBOUND_DEACTIVATED, ANY, "same", WAITS_FOR_CHOICE),
                new Row("no", Holder.UNBOUND_DEACTIVATED, ANY, "new", CREATED_IN_PLACE),
                new Row("yes", Holder.UNBOUND_DEACTIVATED, ANY, "new", BOUND_IN_PLACE),
                new Row(ANY, Holder.GONE, ANY, "none", WAITS_FOR_CHOICE),
                new Row("no", Holder.GONE, ANY, "same", LINKED),
                new Row("yes", Holder.GONE, ANY, "same", WAITS_FOR_CHOICE),
                new Row(ANY, Holder.GONE, ANY, "new", WAITS_FOR_CHOICE),
                new Row(ANY, Holder.GONE_DEACTIVATED, ANY, "none", WAITS_FOR_CHOICE),
                new Row("no", Holder.GONE_DEACTIVATED, ANY, "same", LINKED),
                new Row("yes", Holder.GONE_DEACTIVATED, ANY, "same", WAITS_FOR_CHOICE),
                new Row("no", Holder.GONE_DEACTIVATED, ANY, "new", CREATED_IN_PLACE),
                new Row("yes", Holder.GONE_DEACTIVATED, ANY, "new", BOUND_IN_PLACE));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoSomebodyIsIsDecidedByHisObjectHisAddressAndItsHolder(Row row) {
        assertThat(facts(row))
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts.decide()).isEqualTo(row.identity()));
    }

    @Test
    void everyCombinationIsInOneRow() {
        List<Facts> all = rows().stream().flatMap(row -> facts(row).stream()).toList();
        Set<Facts> different = new HashSet<>(all);

        assertThat(different).hasSameSizeAs(all).hasSize(2 * Holder.values().length * 2 * 3);
    }

    private record Facts(
            boolean known, Holder holder, boolean administers, @Nullable IdentityChoice choice) {

        Identity decide() {
            return Identity.decide(known, holder, administers, choice);
        }
    }

    private static List<Facts> facts(Row row) {
        List<Facts> facts = new ArrayList<>();
        for (boolean known : truths(row.known(), "yes")) {
            for (boolean administers : truths(row.role(), "administrator")) {
                choices(row.choice())
                        .forEach(choice ->
                                facts.add(new Facts(known, row.holder(), administers, choice)));
            }
        }
        return facts;
    }

    private static List<Boolean> truths(String word, String yes) {
        return word.equals(ANY) ? List.of(true, false) : List.of(word.equals(yes));
    }

    private static List<@Nullable IdentityChoice> choices(String word) {
        List<@Nullable IdentityChoice> choices = new ArrayList<>();
        if (word.equals("none") || word.equals(ANY)) {
            choices.add(null);
        }
        if (word.equals("same") || word.equals(ANY)) {
            choices.add(IdentityChoice.SAME_PERSON);
        }
        if (word.equals("new") || word.equals(ANY)) {
            choices.add(IdentityChoice.NEW_PERSON);
        }
        return choices;
    }
}
