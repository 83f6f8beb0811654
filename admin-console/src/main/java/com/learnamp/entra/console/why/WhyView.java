package com.learnamp.entra.console.why;

import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the page shows why he is here, or is not.
 *
 * @param userId null for somebody who is not in Learn Amp
 * @param good whether everything is as it should be
 * @param groups from the company's group down to the person's own
 * @param observedAt when the sync last learnt something of him; null for never
 * @param unequal the fields that are kept unequal to Entra, and by what
 */
record WhyView(
        String verdict,
        boolean good,
        String name,
        String initials,
        int colour,
        @Nullable Long userId,
        @Nullable String objectId,
        @Nullable EntraPerson entra,
        List<String> groups,
        StoredPerson stored,
        Times.@Nullable Moment observedAt,
        List<Waiting> waiting,
        Map<String, String> unequal) {

    /**
     * Something of him that waits.
     *
     * @param kind attention, or what is kept back: deactivation, creation …
     * @param review that it waits in; null for none
     */
    record Waiting(
            String kind,
            String reason,
            @Nullable String detail,
            Times.Moment since,
            Times.@Nullable Moment dueAt,
            @Nullable UUID review) {}

    static WhyView of(Why.Person person, Times times) {
        StoredPerson stored = person.stored();
        String name = name(person);
        return new WhyView(
                person.verdict().word(),
                person.verdict() == Verdict.HERE,
                name,
                Faces.initials(name),
                Faces.colour(name.hashCode()),
                stored.user() == null ? null : stored.user().id(),
                Optional.ofNullable(stored.objectId()).map(UUID::toString).orElse(null),
                person.entra(),
                person.entra() == null
                        ? List.of()
                        : person.entra().chain().stream().map(WhyView::name).toList(),
                stored,
                stored.ledger() == null ? null : times.at(stored.ledger().observedAt()),
                waiting(stored, times),
                person.unequal());
    }

    private static String name(Why.Person person) {
        if (person.stored().user() != null) {
            return person.stored().user().name();
        }
        return Optional.ofNullable(person.entra())
                .map(EntraPerson::name)
                .orElse(String.valueOf(person.stored().objectId()));
    }

    private static String name(EntraPerson.Group group) {
        return Optional.ofNullable(group.name()).orElse(group.id().toString());
    }

    private static List<Waiting> waiting(StoredPerson stored, Times times) {
        List<Waiting> waiting = new ArrayList<>();
        for (StoredPerson.Withheld one : stored.withheld()) {
            if (stored.isKeptBack(one.kind())) {
                waiting.add(
                        new Waiting(
                                one.kind(),
                                one.state(),
                                null,
                                times.at(one.since()),
                                Optional.ofNullable(one.dueAt()).map(times::at).orElse(null),
                                one.review()));
            }
        }
        for (StoredPerson.Attention one : stored.attention()) {
            waiting.add(
                    new Waiting(
                            "attention",
                            one.reason(),
                            one.detail(),
                            times.at(one.since()),
                            null,
                            null));
        }
        return waiting;
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "WhyView[" + objectId + "]";
    }
}
